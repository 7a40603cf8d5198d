import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT } from './paths.mjs';

/**
 * Lowest Node 24 that Angular 22's command line accepts; it refuses 25 and takes every later even
 * line.
 */
const NEEDED = 'Node.js ≥ 24.15';

/**
 * Whether this Node version runs the whole product, builds included.
 * @param {string} version as in `process.versions.node`
 */
export function isNodeUsable(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 24 && minor >= 15) || major >= 26;
}

/** Where the npm package of Node for this platform puts its binary; the file need not exist. */
function bundledNodePath() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(ROOT, 'node_modules', `node-${os}-${process.arch}`, 'bin', file);
}

/** Platforms for which package.json names a Node package under optionalDependencies. */
function isBundledPlatform() {
  return ['linux-x64', 'linux-arm64', 'win32-x64'].includes(`${process.platform}-${process.arch}`);
}

function tooOld() {
  return new Failure(
    `${NEEDED} diperlukan, di sini ${process.version}. Pasang dari https://nodejs.org lalu ulangi.`,
  );
}

/**
 * Refuses at once, before a long install, where no package can bring a newer Node.
 * @throws {Failure}
 */
export function assertNodeObtainable() {
  if (!isNodeUsable(process.versions.node) && !isBundledPlatform()) throw tooOld();
}

/**
 * The Node to run everything with: this one, or after an install the one that npm brought.
 * @returns {string} path of an executable
 * @throws {Failure} when there is none that is new enough
 */
export function usableNode() {
  if (isNodeUsable(process.versions.node)) return process.execPath;
  const bundled = bundledNodePath();
  if (!existsSync(bundled)) throw tooOld();
  const probe = spawnSync(bundled, ['--version'], { encoding: 'utf8' });
  // The binary needs glibc; on Alpine it is there and cannot run.
  if (probe.status !== 0) throw tooOld();
  return bundled;
}
