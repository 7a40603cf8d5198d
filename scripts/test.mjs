/**
 * `npm test [-- jest arguments]`: all suites, on a fresh machine too. The last line is always
 * `N passed, N failed`, and the exit code is not 0 when something failed or could not run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { buildWhenNeeded } from './setup/build.mjs';
import { reportFailure } from './setup/failure.mjs';
import { leftOut } from './setup/left-out.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { CACHE, ROOT } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runTool } from './setup/run-tool.mjs';
import { countsOf, countsTogether, worthSecondLook } from './setup/second-chance.mjs';
import { findServices, hintsWithout } from './setup/services.mjs';
import { selects } from './setup/selected-projects.mjs';

const RESULT = join(CACHE, 'jest-result.json');

/** Counts when there is no result to read: the run itself is the one failure. */
const NOTHING_RAN = { passed: 0, failed: 1, broken: true };

/**
 * @param {readonly string[]} args for Jest
 * @returns {Promise<{ passed: number, failed: number, broken: boolean }>} broken: Jest itself says so
 */
async function runTests(args) {
  await prepare();
  const services = await findServices();
  // System tests start the built server and e2e walks through the built client; the others test
  // sources.
  if (selects(args, 'system') || selects(args, 'e2e')) await withSetupLock(() => buildWhenNeeded());
  // Unpacking a browser takes seconds: not inside the first test's time limit.
  if (selects(args, 'system') || selects(args, 'e2e')) console.log(`Browser: ${findChromium()}`);
  const first = await runJest(args, services);
  if (!first.result) return NOTHING_RAN;
  // Said at the end, where it is read.
  if (args.length === 0) sayLeftOut(leftOut(first.result, ROOT), hintsWithout(services));
  const again = args.length === 0 ? worthSecondLook(first.result, ROOT) : [];
  if (again.length === 0) return { ...countsOf(first.result), broken: first.code !== 0 };
  console.log(`Sekali lagi, sendirian: ${again.join(', ')}`);
  const second = await runJest(['--runInBand', ...again], services);
  if (!second.result) return NOTHING_RAN;
  const counts = countsTogether(first.result, second.result);
  if (counts.failed === 0) console.log(`UJI GOYAH (gagal, lalu lulus): ${again.join(', ')}`);
  return { ...counts, broken: second.code !== 0 };
}

/**
 * @param {readonly string[]} suites
 * @param {readonly string[]} hints
 */
function sayLeftOut(suites, hints) {
  if (suites.length === 0) return;
  const lines = ['Tidak dijalankan:', ...suites, ...hints.map((hint) => `Agar ikut: ${hint}`)];
  console.log(lines.join('\n  '));
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runJest(args, env) {
  mkdirSync(CACHE, { recursive: true });
  rmSync(RESULT, { force: true });
  const jest = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${RESULT}`,
    ...args,
  ];
  const { code } = await runTool(process.execPath, jest, { env, show: true });
  const result = existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')) : null;
  return { code, result };
}

let counts = NOTHING_RAN;
try {
  counts = await runTests(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
const failed = counts.failed || Number(counts.broken);
if (failed > 0) process.exitCode = 1;
console.log(`${counts.passed} passed, ${failed} failed`);
