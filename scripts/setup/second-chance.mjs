/** Folders of tests with real browsers, processes and clocks: a machine that is busy elsewhere can make them late. */
const UNSTEADY = ['server/test/', 'client/e2e/'];

/** First words of a failure that no second run takes back (server/test/campaign/promise.ts). */
const UNFORGIVABLE = 'PROMISE BROKEN';

/** With more failed files than this something is broken, and a second look would only cost time. */
const MOST_FILES = 5;

/**
 * @typedef {object} JestResult what Jest writes with `--json`, as far as it is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {readonly { name: string, status: string, assertionResults: readonly Assertion[] }[]} testResults
 *
 * @typedef {{ status: string, failureMessages?: readonly string[] | null }} Assertion
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * Files that are worth a second look: those that failed, when all of them are of the unsteady kind and few,
 * and none says that the product's promise was broken.
 *
 * @param {JestResult} result
 * @param {string} root folder of the project
 * @returns {string[]} paths below `root`
 */
export function worthSecondLook({ testResults }, root) {
  const files = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name.slice(root.length + 1).replaceAll('\\', '/'));
  const broken = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ failureMessages }) => failureMessages ?? [])
    .some((message) => message.includes(UNFORGIVABLE));
  const all = files.every((file) => UNSTEADY.some((folder) => file.startsWith(folder)));
  return all && !broken && files.length <= MOST_FILES ? files : [];
}

/**
 * What one run of Jest says. A file that could not even be loaded has no failed test of its own.
 *
 * @param {JestResult} result
 * @returns {Counts}
 */
export function countsOf({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

/**
 * What two runs say together: the second one's word counts for the files that failed in the first.
 *
 * @param {JestResult} first
 * @param {JestResult} second of just those files
 * @returns {Counts}
 */
export function countsTogether(first, second) {
  const again = first.testResults.filter(({ status }) => status === 'failed');
  const passedThere = again
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  const { passed, failed } = countsOf(second);
  return { passed: countsOf(first).passed - passedThere + passed, failed };
}
