/**
 * `npm test [-- jest arguments]`: all suites, on a fresh machine too. The last line is always
 * `N passed, N failed`, and the exit code is not 0 when something failed or could not run.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { buildWhenNeeded } from './setup/build.mjs';
import { reportFailure } from './setup/failure.mjs';
import { withSetupLock } from './setup/lock.mjs';
import { CACHE, ROOT } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runTool } from './setup/run-tool.mjs';
import { findServices } from './setup/services.mjs';
import { selects } from './setup/selected-projects.mjs';

const RESULT = join(CACHE, 'jest-result.json');

/** Counts when there is no result to read: the run itself is the one failure. */
const NOTHING_RAN = { passed: 0, failed: 1 };

/**
 * @param {readonly string[]} args for Jest
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function runTests(args) {
  await prepare();
  const services = await findServices();
  // System tests start the built server and e2e walks through the built client; the others test
  // sources.
  if (selects(args, 'system') || selects(args, 'e2e')) await withSetupLock(() => buildWhenNeeded());
  // Unpacking a browser takes seconds: not inside the first test's time limit.
  if (selects(args, 'system') || selects(args, 'e2e')) console.log(`Browser: ${findChromium()}`);
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
  const { code } = await runTool(process.execPath, jest, { env: services, show: true });
  return countResults(code);
}

/** @param {number} code exit code of Jest */
function countResults(code) {
  if (!existsSync(RESULT)) return NOTHING_RAN;
  const result = JSON.parse(readFileSync(RESULT, 'utf8'));
  // A file that could not even be loaded has no failed test of its own.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed || Number(code !== 0) };
}

let counts = NOTHING_RAN;
try {
  counts = await runTests(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
if (counts.failed > 0) process.exitCode = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed`);
