import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupRefusal } from './startup-refusal.js';

const MEGABYTE = 1024 * 1024;

/** Below this a list of recipients and the journal of the database no longer fit side by side. */
const LEAST_FREE_MEGABYTES = 200;

/**
 * Makes sure that `dataDir` is there, can be written and has room.
 * @throws StartupRefusal otherwise: better now than in the middle of sending.
 */
export function prepareDataFolder(dataDir: string): void {
  const probe = join(dataDir, `.write-test-${String(process.pid)}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw new StartupRefusal([
      `Folder data ${dataDir} tidak dapat ditulisi (${code}). Perbaiki izinnya, atau pakai DATA_DIR lain.`,
    ]);
  }
  assertRoom(dataDir, freeMegabytes(dataDir));
}

/** Whether there still is room to work with. */
export const hasRoom = (dataDir: string): boolean => freeMegabytes(dataDir) >= LEAST_FREE_MEGABYTES;

/** @throws StartupRefusal when `free` megabytes are too few. */
export function assertRoom(dataDir: string, free: number): void {
  if (free >= LEAST_FREE_MEGABYTES) return;
  throw new StartupRefusal([
    `Disk folder data ${dataDir} hampir penuh: sisa ${String(free)} MB, perlu ${String(LEAST_FREE_MEGABYTES)} MB. Kosongkan, atau pakai DATA_DIR lain.`,
  ]);
}

function freeMegabytes(dataDir: string): number {
  const { bavail, bsize } = statfsSync(dataDir);
  return Math.floor((bavail * bsize) / MEGABYTE);
}
