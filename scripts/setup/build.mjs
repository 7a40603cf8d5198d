import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, SERVER_ENTRY } from './paths.mjs';
import { mustRun } from './run-tool.mjs';
import { step } from './step.mjs';

/**
 * @typedef {object} Target
 * @property {string} title
 * @property {readonly string[]} inputs files and folders that decide its content; a missing one
 * counts as empty
 * @property {string} output folder it is built into
 * @property {string} entry a file that exists after every good build
 * @property {readonly string[]} command arguments for Node
 * @property {boolean} leavesOldFiles whether the tool keeps outputs of deleted sources (tsc does,
 * ng does not)
 */

const SHARED_INPUTS = ['libs', 'package-lock.json', 'tsconfig.base.json'];

/** @type {Record<'server' | 'client', Target>} */
const TARGETS = {
  server: {
    title: 'server',
    inputs: [
      ...SHARED_INPUTS,
      'server/src',
      'server/tsconfig.json',
      'nest-cli.json',
      'package.json',
    ],
    output: 'dist/server',
    entry: SERVER_ENTRY,
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
    leavesOldFiles: true,
  },
  client: {
    title: 'antarmuka',
    inputs: [
      ...SHARED_INPUTS,
      'client/src',
      'client/public',
      'docs/panduan.md',
      'docs/screens',
      'client/tsconfig.json',
      'client/tsconfig.app.json',
      'angular.json',
    ],
    output: 'dist/client',
    entry: 'dist/client/index.html',
    command: ['node_modules/@angular/cli/bin/ng.js', 'build', '--no-progress'],
    leavesOldFiles: false,
  },
};

/**
 * Two compilers side by side need about 2 GB; below this a small machine builds one after the
 * other.
 */
const MEMORY_FOR_TWO_BUILDS = 3 * 1024 ** 3;

/** Tests are no part of what is built (server/tsconfig.json excludes the same). */
const TEST_FILE = /\.(spec|suite)\.ts$|[/\\]testing[/\\]/;

/** @typedef {keyof typeof TARGETS} TargetName */

/**
 * Builds those targets whose inputs changed since their last good build.
 * @param {readonly TargetName[]} [names]
 * @throws {import('./failure.mjs').Failure} with the compiler's output
 */
export async function buildWhenNeeded(names = ['server', 'client']) {
  const stale = names
    .map((name) => ({
      name,
      target: TARGETS[name],
      print: fingerprint(ROOT, TARGETS[name].inputs),
    }))
    .filter(({ name, target, print }) => !isFresh(name, target, print));
  if (stale.length === 0) return;
  const work = stale.map(
    ({ name, target, print }) =>
      () =>
        build(name, target, print),
  );
  await step(`Membangun ${stale.map(({ target }) => target.title).join(' dan ')}`, async () => {
    if (totalmem() >= MEMORY_FOR_TWO_BUILDS) await allOrFirstFailure(work.map((start) => start()));
    else for (const start of work) await start();
  });
}

/**
 * Makes the next build a full one: for tools that write into dist/ on their own, such as `npm run
 * dev`.
 */
export function forgetBuilds() {
  for (const name of /** @type {TargetName[]} */ (Object.keys(TARGETS)))
    rmSync(stampOf(name), { force: true });
}

/**
 * Waits for all, so that no compiler outlives us, then throws the first fault.
 * @param {Promise<void>[]} builds
 */
async function allOrFirstFailure(builds) {
  const results = await Promise.allSettled(builds);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/**
 * @param {TargetName} name
 * @param {Target} target
 * @param {Fingerprint} print
 */
async function build(name, target, print) {
  if (target.leavesOldFiles && hasLostFiles(name, print)) {
    rmSync(join(ROOT, target.output), { recursive: true, force: true });
  }
  rmSync(stampOf(name), { force: true });
  await mustRun(`Membangun ${target.title}`, process.execPath, target.command, {
    env: { NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stampOf(name), JSON.stringify(print));
}

/** @param {TargetName} name */
function stampOf(name) {
  return join(ROOT, 'dist', `.${name}-stamp.json`);
}

/**
 * @param {TargetName} name
 * @param {Target} target
 * @param {Fingerprint} print
 */
function isFresh(name, target, print) {
  return existsSync(join(ROOT, target.entry)) && readStamp(name)?.hash === print.hash;
}

/**
 * @param {TargetName} name
 * @param {Fingerprint} print
 */
function hasLostFiles(name, print) {
  const stamp = readStamp(name);
  // Without a stamp nobody knows what the folder was built from.
  return !stamp || stamp.files.some((file) => !print.files.includes(file));
}

/**
 * @param {TargetName} name
 * @returns {Fingerprint | undefined}
 */
function readStamp(name) {
  try {
    return JSON.parse(readFileSync(stampOf(name), 'utf8'));
  } catch {
    // Missing or half written: the same as never built.
    return undefined;
  }
}

/**
 * @typedef {object} Fingerprint
 * @property {string} hash over names and contents
 * @property {string[]} files relative to the root
 */

/**
 * What a set of files and folders holds now. Contents, not times: a checkout changes times without
 * changing files.
 * @param {string} root
 * @param {readonly string[]} inputs
 * @returns {Fingerprint}
 */
export function fingerprint(root, inputs) {
  const files = inputs.flatMap((input) => filesUnder(root, join(root, input))).sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return { hash: hash.digest('hex'), files };
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} relative to root
 */
function filesUnder(root, path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return TEST_FILE.test(path) ? [] : [relative(root, path)];
  return readdirSync(path).flatMap((entry) => filesUnder(root, join(path, entry)));
}
