import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Locks that Chromium leaves in a profile when it is killed, and that would stop the next one. */
const CHROMIUM_LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/**
 * What a device keeps on this machine, readable by the product's user alone: whoever has it has the
 * WhatsApp account. It lives as long as the link with the phone.
 */
export interface DeviceFolder {
  readonly path: string;
  /** Profile of the browser; LocalAuth of the library decides its name. */
  readonly profile: string;
  /** Ids of messages, noted before their hand-over. */
  readonly record: string;
}

/** The folder at `path`; nothing is made. */
export const folderAt = (path: string): DeviceFolder => ({
  path,
  profile: join(path, 'session'),
  record: join(path, 'handovers'),
});

const markOf = ({ path }: DeviceFolder): string => join(path, 'linked');

/** Makes the folder and its profile, and takes away what a killed browser left. Under its lock only. */
export function prepareFolder(folder: DeviceFolder): void {
  for (const path of [folder.path, folder.profile]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }
  for (const lock of CHROMIUM_LOCKS) rmSync(join(folder.profile, lock), { force: true });
}

/** Notes that a phone is linked: from now on the profile is worth restoring. */
export function markLinked(folder: DeviceFolder): void {
  writeFileSync(markOf(folder), '', { mode: 0o600 });
}

/** Whether a phone was linked and nobody ended that since. */
export function isMarkedLinked(folder: DeviceFolder): boolean {
  return statSync(markOf(folder), { throwIfNoEntry: false }) !== undefined;
}

/** Forgets everything. Call it when neither browser nor host process of the device runs. */
export async function forgetFolder(folder: DeviceFolder): Promise<void> {
  // The mark first: whatever interrupts the rest, the session is not restored.
  await rm(markOf(folder), { force: true });
  await rm(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
