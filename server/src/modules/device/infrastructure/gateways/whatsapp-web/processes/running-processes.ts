import { readFile, readdir } from 'node:fs/promises';

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** What runs on this machine. Knows it where `/proc` shows it (Linux); elsewhere nothing is found. */
export async function runningProcesses(): Promise<RunningProcess[]> {
  const entries = await readdir('/proc').catch((): string[] => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry));
  const found = await Promise.all(pids.map((entry) => processOf(Number(entry))));
  return found.filter((one) => one !== null);
}

async function processOf(pid: number): Promise<RunningProcess | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold spaces and more of them.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return { pid, parent: Number(parent), command: command.split('\0').slice(0, -1) };
  } catch {
    // It ended in between.
    return null;
  }
}

/** Process ids of `root` and of everything below it. */
export function treeOf(root: number, processes: readonly RunningProcess[]): number[] {
  const tree = new Set([root]);
  // A child has not always a higher number than its parent, so until nothing is added any more.
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}
