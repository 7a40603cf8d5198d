import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Stack traces of the product name lines of its sources. */
const SOURCE_MAPS = '--enable-source-maps';

/** Absolute: children that the product forks inherit it, wherever they work. */
const STOP_WITH_PARENT = new URL('stop-with-parent.mjs', import.meta.url).href;

/**
 * Node's options for a program of the product that a person starts: it reads `.env` where there is
 * one (variables that are set already win), and ends with the command that started it.
 * @returns {string[]}
 */
export function productOptions() {
  const environment = existsSync(join(ROOT, '.env')) ? ['--env-file=.env'] : [];
  return [SOURCE_MAPS, ...environment, `--import=${STOP_WITH_PARENT}`];
}

/**
 * Node's options for a measurement: no settings of a developer's own, and a garbage collector that
 * can be called between two runs.
 * @returns {string[]}
 */
export function measurementOptions() {
  return [SOURCE_MAPS, '--expose-gc'];
}
