import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Packed } from './archive.js';
import { FOLDERS } from './manifest.js';
import type { BackupFolder } from './manifest.js';

/** What a browser makes anew by itself, and its marks of being open. */
const NOT_NEEDED =
  /(?:^|\/)(?:Cache|Code Cache|GPUCache|DawnCache|ShaderCache|Singleton[^/]*)(?:\/|$)/u;

/** Files of a folder of DATA_DIR that belong into a backup. */
export function filesOf(dataDir: string, folder: BackupFolder): Packed[] {
  const home = join(dataDir, folder);
  if (!existsSync(home)) return [];
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, inside: path.slice(home.length + 1).replaceAll(sep, '/') }))
    .filter(({ inside }) => FOLDERS[folder].test(inside) && !NOT_NEEDED.test(inside))
    .map(({ path, inside }) => ({ path, name: `${folder}/${inside}` }));
}

/** Whether a folder of DATA_DIR holds anything. */
export function hasFiles(dataDir: string, folder: BackupFolder): boolean {
  return filesOf(dataDir, folder).length > 0;
}

/** Moves what was unpacked into DATA_DIR. What is there already stays: it is newer. */
export function moveIn(from: string, dataDir: string, folder: BackupFolder): void {
  for (const { path, name } of filesOf(from, folder)) {
    const target = join(dataDir, name);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    try {
      renameSync(path, target);
    } catch {
      // A folder of DATA_DIR may be another file system.
      cpSync(path, target);
    }
  }
}
