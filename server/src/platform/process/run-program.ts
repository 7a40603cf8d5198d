import { refusalToStart } from './startup-refusal.js';

/**
 * Runs a program of the product. When it cannot start, prints a line for each reason and exits with a code
 * other than 0: whatever is half open ends with the process.
 */
export function runProgram(program: () => Promise<void>): void {
  program().catch((error: unknown) => {
    const { lines, exitCode } = refusalToStart(error);
    for (const line of lines) process.stderr.write(`✗ ${line}\n`);
    process.exit(exitCode);
  });
}
