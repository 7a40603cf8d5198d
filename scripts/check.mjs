/**
 * `npm run check`: everything that needs no running product. All stages run, also when one fails,
 * so that every fault shows at once. Caches live in .cache; delete it after a change of types that
 * lint seems not to have noticed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFailure } from './setup/failure.mjs';
import { CACHE } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runTool } from './setup/run-tool.mjs';
import { seconds } from './setup/step.mjs';

/** Where .ci/run reads how many stages failed. */
const RESULT = join(CACHE, 'check-result.json');

/** Stages at a time: the smallest machine that we support has two cores. */
const LANES = 2;

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} command a script in node_modules and its arguments
 */

const TSC = 'typescript/bin/tsc';

/** @type {readonly Stage[]} longest first, so that the lanes end together */
const STAGES = [
  {
    name: 'lint (eslint)',
    command: [
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      ...cached('eslint', '--cache-strategy=content'),
    ],
  },
  {
    name: 'tipe server',
    command: [TSC, '--project', 'server/tsconfig.test.json', ...incremental('server')],
  },
  {
    name: 'tipe dan templat antarmuka',
    command: [
      '@angular/compiler-cli/bundles/src/bin/ngc.js',
      '--project',
      'client/tsconfig.app.json',
      '--noEmit',
    ],
  },
  {
    name: 'tipe uji antarmuka',
    command: [TSC, '--project', 'client/tsconfig.spec.json', ...incremental('client')],
  },
  {
    name: 'tipe skrip',
    command: [TSC, '--project', 'scripts/tsconfig.json', ...incremental('scripts')],
  },
  {
    name: 'arsitektur (dependency-cruiser)',
    command: ['dependency-cruiser/bin/dependency-cruiser.mjs', 'server', 'client', 'libs'],
  },
  {
    name: 'format (prettier)',
    command: ['prettier/bin/prettier.cjs', '.', '--check', ...cached('prettier')],
  },
  {
    name: 'rantai pasok (versi, lisensi, skrip pemasangan, rahasia)',
    command: [join('..', 'scripts', 'supply-chain', 'check.mjs')],
  },
  {
    name: 'gaya (stylelint)',
    command: [
      'stylelint/bin/stylelint.mjs',
      'client/src/**/*.scss',
      '--max-warnings=0',
      ...cached('stylelint'),
    ],
  },
];

/**
 * @param {string} name
 * @param {...string} more
 */
function cached(name, ...more) {
  return ['--cache', `--cache-location=${join(CACHE, name)}`, ...more];
}

/** @param {string} name */
function incremental(name) {
  return [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    join(CACHE, `types-${name}.tsbuildinfo`),
  ];
}

/**
 * @param {Stage} stage
 * @returns {Promise<{ name: string, ok: boolean, output: string }>}
 */
async function run({ name, command: [script = '', ...args] }) {
  const started = performance.now();
  const { code, output } = await runTool(process.execPath, [join('node_modules', script), ...args]);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} ${seconds(performance.now() - started)}`);
  return { name, ok: code === 0, output };
}

/** @returns {Promise<{ name: string, ok: boolean, output: string }[]>} */
async function runAll() {
  const waiting = [...STAGES];
  /** @type {{ name: string, ok: boolean, output: string }[]} */
  const results = [];
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift())
      results.push(await run(stage));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

try {
  await prepare();
  mkdirSync(CACHE, { recursive: true });
  const failed = (await runAll()).filter(({ ok }) => !ok);
  for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trim()}`);
  writeFileSync(RESULT, JSON.stringify({ failed: failed.length }));
  console.log(`\n${STAGES.length - failed.length} pemeriksaan lulus, ${failed.length} gagal`);
  if (failed.length > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
