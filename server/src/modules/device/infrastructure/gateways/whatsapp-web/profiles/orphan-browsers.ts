import { readFile, readdir } from 'node:fs/promises';

/**
 * Kills browsers that work in `profile`. Its path is our mark: nobody else's browser has it. A browser
 * ends with its host process by itself, so this is for what was left all the same. For whoever holds the
 * lock of the device's folder. Knows processes where
 * `/proc` shows them; elsewhere nothing is found.
 *
 * @returns how many processes there were.
 */
export async function killBrowsersIn(profile: string): Promise<number> {
  const pids = await browsersIn(profile);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
  }
  return pids.length;
}

/** Process ids of browsers that work in `profile`. */
export async function browsersIn(profile: string): Promise<number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const own = await Promise.all(
    entries.map(async (entry) => {
      if (!/^\d+$/.test(entry)) return [];
      const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
      return command.split('\0').includes(`--user-data-dir=${profile}`) ? [Number(entry)] : [];
    }),
  );
  return own.flat();
}
