import { readFileSync, readdirSync } from 'node:fs';
import { SOURCE_HOST } from '../../support/source-host-program.js';

interface Command {
  readonly pid: number;
  readonly parent: number;
  readonly line: string;
}

/** Everything that runs here, without waiting: a test asks again and again. */
function commands(): Command[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const line = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      return state === 'Z' ? [] : [{ pid: Number(entry), parent: Number(parent), line }];
    } catch {
      return [];
    }
  });
}

const isHost = ({ parent, line }: Command): boolean =>
  parent === process.pid && line.includes(SOURCE_HOST.entry);

/** Host processes that this process has started, and what works in `folder`. */
export const processesOf = (folder: string): number[] =>
  commands().flatMap((one) => (one.line.includes(folder) || isHost(one) ? [one.pid] : []));

/** Command lines of what works in `folder`. */
export const commandLinesOf = (folder: string): string[] =>
  commands().flatMap(({ line }) => (line.includes(folder) ? [line] : []));

/** Process ids of the host processes that this process has started. */
export const hostProcesses = (): number[] =>
  commands().flatMap((one) => (isHost(one) ? [one.pid] : []));

/** The process that started this one; 0 when it does not run. */
export const parentOf = (pid: number): number =>
  commands().find((one) => one.pid === pid)?.parent ?? 0;

export const isRunning = (pid: number): boolean => commands().some((one) => one.pid === pid);
