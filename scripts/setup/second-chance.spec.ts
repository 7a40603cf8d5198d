import { describe, expect, it } from '@jest/globals';
import { assertPromise } from '../../server/test/campaign/promise.js';
import { countsTogether, worthSecondLook } from './second-chance.mjs';

const file = (name: string, ...statuses: string[]) => ({
  name: `/proyek/${name}`,
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

function resultOf(...testResults: ReturnType<typeof file>[]) {
  const statuses = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => statuses.filter(({ status }) => status === wanted).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numRuntimeErrorTestSuites: 0,
    testResults,
  };
}

const LATE = file('client/e2e/walk.spec.ts', 'passed', 'failed');
const STEADY = file('server/src/kernel/ids.spec.ts', 'passed', 'passed');

describe('a second look at failed tests', () => {
  it('is for few files with real browsers and processes', () => {
    expect(worthSecondLook(resultOf(STEADY, LATE), '/proyek')).toEqual(['client/e2e/walk.spec.ts']);
    const six = Array.from({ length: 6 }, (_, at) => file(`server/test/${at}.spec.ts`, 'failed'));
    expect(worthSecondLook(resultOf(...six), '/proyek')).toEqual([]);
  });

  it('is for nobody when a test failed that has no reason to be late', () => {
    const broken = file('server/src/kernel/clock.spec.ts', 'failed');
    expect(worthSecondLook(resultOf(LATE, broken), '/proyek')).toEqual([]);
  });

  it('takes back no broken promise', () => {
    const failureOf = (work: () => void): string => {
      try {
        work();
      } catch (error) {
        return String(error);
      }
      throw new Error('It did not fail');
    };
    const message = failureOf(() => {
      assertPromise({ duplicates: 1, lost: 0 }, ['SEED=1']);
    });
    const said = { status: 'failed', failureMessages: [message] };
    const campaign = { ...file('server/test/campaign/kill.spec.ts', 'failed') };
    const result = resultOf({ ...campaign, assertionResults: [said] });
    expect(worthSecondLook(result, '/proyek')).toEqual([]);
    expect(worthSecondLook(resultOf(campaign), '/proyek')).toEqual([
      'server/test/campaign/kill.spec.ts',
    ]);
  });

  it('counts every test once', () => {
    const first = resultOf(STEADY, LATE);
    const better = file('client/e2e/walk.spec.ts', 'passed', 'passed');
    expect(countsTogether(first, resultOf(better))).toEqual({ passed: 4, failed: 0 });
    expect(countsTogether(first, resultOf(LATE))).toEqual({ passed: 3, failed: 1 });
  });
});
