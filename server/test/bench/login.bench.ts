import { performance } from 'node:perf_hooks';
import { runProgram } from '../../src/platform/process/run-program.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

/** Tries of each kind; OWASP ASVS 5.0, 6.3.8 wants no difference that can be told. */
const TRIES = 200;
/** Longer than any delay after wrong tries: the bench must not be slowed down as a guesser is. */
const PAUSE = 16 * 60_000;

/**
 * `npm run bench:login`: whether a login with a name that nobody has takes as long as one with a wrong password.
 * Tries alternate, so that whatever else the machine does falls on both.
 */
async function benchLogin(): Promise<void> {
  const server = await startTestServer();
  await server.login('operator');
  const times = { unknown: [] as number[], wrong: [] as number[] };
  for (let tries = 0; tries < TRIES; tries++) {
    times.unknown.push(await timed(server, `nobody${String(tries)}`));
    times.wrong.push(await timed(server, 'operator1'));
  }
  await server.close();
  const [unknown, wrong] = [median(times.unknown), median(times.wrong)];
  const difference = ((unknown - wrong) / wrong) * 100;
  process.stdout.write(
    [
      `${String(TRIES)} tries each, medians:`,
      `  a name that nobody has  ${unknown.toFixed(2)} ms`,
      `  a wrong password        ${wrong.toFixed(2)} ms`,
      `  difference              ${difference.toFixed(1)} % (bar: 10 %)`,
      '',
    ].join('\n'),
  );
  if (Math.abs(difference) > 10) process.exitCode = 1;
}

async function timed(server: TestServer, username: string): Promise<number> {
  await server.clock.advance(PAUSE);
  const client = server.client();
  const start = performance.now();
  const answer = await client.post('/api/auth/login', { username, password: 'something wrong' });
  await answer.text();
  const time = performance.now() - start;
  if (answer.status !== 401) throw new Error(`The login answered ${String(answer.status)}`);
  return time;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

runProgram(benchLogin);
