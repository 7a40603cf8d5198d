import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a program of the product ended, or how far it is. */
export interface ProgramRun {
  readonly child: ChildProcess;
  /** What it printed for people. */
  readonly output: () => string;
  /** What it printed about faults. */
  readonly errors: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

const BUILD = new URL('../../../dist/server/server/src/', import.meta.url);

/**
 * Runs a built program (`main.js`, `cli/admin-reset.js`) as a process of its own, with these settings alone.
 */
export function runProduct(
  program: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): ProgramRun {
  const child = spawn(process.execPath, [fileURLToPath(new URL(program, BUILD)), ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.errors += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => printed.output, errors: () => printed.errors, ended };
}

/** The address in the box that a started server prints last. Rejects when it ends before that. */
export async function addressOf({ child, output, errors, ended }: ProgramRun): Promise<string> {
  const over = ended.then(() => true);
  while (!output().includes('└')) {
    const news = child.stdout ? once(child.stdout, 'data').then(() => false) : over;
    if (await Promise.race([over, news])) throw new Error(`It did not start: ${errors()}`);
  }
  return /http:\/\/127\.0\.0\.1:\d+/u.exec(output())?.[0] ?? '';
}
