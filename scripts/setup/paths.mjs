import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: every script works from here, wherever it was called from. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * What scripts may write and anyone may delete: caches, results, the unpacked browser. Ignored by
 * git.
 */
export const CACHE = join(ROOT, '.cache');

/**
 * Entry of the built server, as `nest build` writes it (server/tsconfig.json: rootDir is the
 * checkout).
 */
export const SERVER_ENTRY = join('dist', 'server', 'server', 'src', 'main.js');
