import { runningProcesses } from './running-processes.js';

/**
 * Kills browsers that work in `profile`. Its path is our mark: nobody else's browser has it. A browser
 * ends with its host process by itself, so this is for what was left all the same. For whoever holds the
 * lock of the device's folder.
 */
export async function killBrowsersIn(profile: string): Promise<void> {
  const mark = `--user-data-dir=${profile}`;
  for (const { pid, command } of await runningProcesses()) {
    if (!command.includes(mark)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
}
