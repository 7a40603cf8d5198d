import { Failure, codeOf } from './failure.mjs';

/** Where a developer's machine and CI have them: root without password, no Redis password. */
const DEFAULT_DATABASE_URL = 'mysql://root@127.0.0.1:3306';
const DEFAULT_REDIS_URL = 'redis://127.0.0.1:6379';

const CONNECT_TIMEOUT_MS = 2000;

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {'TEST_DATABASE_URL' | 'TEST_REDIS_URL'} variable the tests read its address from
 * @property {string} fallback tried when the variable is not set
 * @property {string} hint how to get one
 * @property {(url: string) => Promise<void>} probe rejects when it cannot be used
 */

/** @type {readonly Service[]} */
const SERVICES = [
  {
    name: 'MariaDB',
    variable: 'TEST_DATABASE_URL',
    fallback: DEFAULT_DATABASE_URL,
    hint: 'jalankan MariaDB di 127.0.0.1:3306 (root tanpa kata sandi) atau isi TEST_DATABASE_URL',
    probe: probeDatabase,
  },
  {
    name: 'Redis',
    variable: 'TEST_REDIS_URL',
    fallback: DEFAULT_REDIS_URL,
    hint: 'jalankan Redis di 127.0.0.1:6379 atau isi TEST_REDIS_URL',
    probe: probeRedis,
  },
];

/**
 * Finds the services that some suites need and says in one line each which are there.
 * @returns {Promise<NodeJS.ProcessEnv>} the variables for the tests: addresses of those that
 * answered
 * @throws {Failure} when one was asked for, by its variable or by REQUIRE_SERVICES=1, and does not
 * answer
 */
export async function findServices() {
  const required = process.env.REQUIRE_SERVICES === '1';
  /** @type {NodeJS.ProcessEnv} */
  const found = {};
  for (const service of SERVICES) {
    const asked = process.env[service.variable];
    const url = asked ?? service.fallback;
    const fault = await service.probe(url).then(() => undefined, describe);
    if (fault === undefined) {
      found[service.variable] = url;
      console.log(`${service.name}: ada, semua uji ${service.name} ikut`);
    } else if (asked !== undefined || required) {
      throw new Failure(`${service.name} tidak terjangkau (${fault}): ${service.hint}`);
    } else {
      console.log(
        `${service.name}: tidak ada (${fault}). Uji ${service.name} dilewati; ${service.hint}.`,
      );
    }
  }
  return found;
}

/**
 * How to have the services that were not there, a line each.
 * @param {NodeJS.ProcessEnv} found by `findServices`
 */
export const hintsWithout = (found) =>
  SERVICES.filter(({ variable }) => found[variable] === undefined).map(({ hint }) => hint);

/**
 * The reason in a few words. Never the address: it may hold a password.
 * @param {unknown} error
 */
function describe(error) {
  return codeOf(error) || (error instanceof Error ? error.message : 'tidak menjawab');
}

/** @param {string} url */
async function probeDatabase(url) {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ uri: url, connectTimeout: CONNECT_TIMEOUT_MS });
  await connection.query('SELECT 1');
  await connection.end();
}

/** @param {string} url */
async function probeRedis(url) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  /** @type {unknown} */
  let fault;
  redis.on('error', (error) => (fault = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    // ioredis rejects with "Connection is closed." and tells the cause by its event.
    throw fault ?? error;
  } finally {
    redis.disconnect();
  }
}
