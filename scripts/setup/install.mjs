import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';
import { mustRun } from './run-tool.mjs';
import { step } from './step.mjs';

/**
 * Holds the hash of the lockfile that `node_modules` was installed from. Written last and removed
 * first, so an interrupted install is never taken for a whole one.
 */
const STAMP = '.installed-lockfile';

/** npm's own record of what it installed; written last by npm as well. */
const HIDDEN_LOCKFILE = '.package-lock.json';

/**
 * Installs exactly what the lockfile names when `node_modules` is missing, interrupted or of
 * another lockfile.
 * @throws {import('./failure.mjs').Failure}
 */
export async function installWhenNeeded() {
  if (isInstalled(ROOT)) return;
  const modules = join(ROOT, 'node_modules');
  rmSync(join(modules, STAMP), { force: true });
  rmSync(join(modules, HIDDEN_LOCKFILE), { force: true });
  // Building needs the dev dependencies, and Node itself may come as an optional one, whatever the
  // user's npm omits.
  const args = ['ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'];
  const npm = npmCommand();
  await step('Memasang paket', () =>
    mustRun('Memasang paket', npm.command, [...npm.args, ...args], { env: npm.env }),
  );
  writeStamp(ROOT);
}

/**
 * Whether `node_modules` of a checkout holds what its lockfile names.
 * A developer's own `npm install` leaves no stamp of ours: then npm's record decides.
 * @param {string} root
 */
export function isInstalled(root) {
  const modules = join(root, 'node_modules');
  const lockHash = hashOf(readFileSync(join(root, 'package-lock.json')));
  const stamp = join(modules, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return true;
  return matchesHiddenLockfile(root);
}

/** @param {string} root */
function writeStamp(root) {
  const lockHash = hashOf(readFileSync(join(root, 'package-lock.json')));
  writeFileSync(join(root, 'node_modules', STAMP), lockHash);
}

/**
 * @param {string} root
 * @returns {boolean} every package of the lockfile is there in its version; optional ones of other
 * platforms may lack
 */
function matchesHiddenLockfile(root) {
  const hidden = join(root, 'node_modules', HIDDEN_LOCKFILE);
  if (!existsSync(hidden)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(hidden);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

/**
 * @param {string} file a package-lock.json
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {Buffer} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * The npm that started us, run by its own Node: `npm ci` deletes node_modules, and with it a Node
 * that lives there.
 * @returns {{ command: string, args: string[], env?: NodeJS.ProcessEnv }}
 */
export function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node, PATH = '' } = process.env;
  if (script?.endsWith('npm-cli.js')) return { command: node ?? process.execPath, args: [script] };
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'npm'] };
  const ownBin = join(ROOT, 'node_modules', '.bin');
  const path = PATH.split(delimiter).filter((entry) => entry !== ownBin);
  return { command: 'npm', args: [], env: { PATH: path.join(delimiter) } };
}
