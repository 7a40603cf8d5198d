import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './failure.mjs';
import { CACHE } from './paths.mjs';

const POLL_MS = 300;

/**
 * Lets one process at a time install and build, so that `npm start` and `npm test` may be typed
 * side by side.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function withSetupLock(work) {
  return withLock(join(CACHE, 'setup.lock'), work);
}

/**
 * Runs `work` while a file names this process as the owner. A file whose owner died is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waits = 0; !acquire(file); waits += 1) {
    const owner = readOwner(file);
    if (owner && waits === 0) console.log(`Menunggu proses ${owner} selesai menyiapkan …`);
    await delay(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} file */
function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      if (!ownerLives(file)) rmSync(file, { force: true });
      return false;
    }
    // A full disk lets a file be made and not written: nobody should wait for that.
    rmSync(file, { force: true });
    throw error;
  }
}

/** @param {string} file */
function ownerLives(file) {
  const pid = Number(readOwner(file));
  // An empty file is a lock being written this very moment.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {string} file */
function readOwner(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Released between our attempt and this look: try again.
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
