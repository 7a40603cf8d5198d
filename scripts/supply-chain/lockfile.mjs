import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/paths.mjs';

/**
 * One package of a lockfile.
 * @typedef {object} LockedPackage
 * @property {string} name
 * @property {string} version
 * @property {string | null} licence as its author wrote it; null when the lockfile has none
 * @property {boolean} hasInstallScript
 * @property {boolean} dev whether only building and testing need it
 */

/** @returns {LockedPackage[]} every package of the checkout's lockfile, each version once */
export function lockedPackages() {
  return packagesOf(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
}

/**
 * @param {{ packages: Record<string, any> }} lockfile version 2 or 3
 * @returns {LockedPackage[]} each version once, by name
 */
export function packagesOf({ packages }) {
  /** @type {Map<string, LockedPackage>} */
  const found = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13);
    const key = `${name}@${entry.version}`;
    const dev = Boolean(entry.dev) && found.get(key)?.dev !== false;
    const { version, hasInstallScript = false } = entry;
    found.set(key, { name, version, licence: entry.license ?? null, hasInstallScript, dev });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}
