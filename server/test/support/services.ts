import { describe } from '@jest/globals';

/**
 * Suites that need a real database or Redis. `npm test` finds the services and sets the addresses;
 * where one is not there the suite is skipped, and with REQUIRE_SERVICES=1 (CI) it fails. The
 * services may be a developer's own: a suite makes databases and key prefixes of its own names and
 * removes them again.
 */
interface Service {
  readonly name: string;
  readonly variable: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL';
}

const MARIADB: Service = { name: 'MariaDB', variable: 'TEST_DATABASE_URL' };
const REDIS: Service = { name: 'Redis', variable: 'TEST_REDIS_URL' };

/**
 * Registers the tests of a suite. The address is empty while a skipped suite is registered: use it
 * inside tests.
 */
export type SuiteBody = (url: string) => void;

/**
 * A suite against MariaDB or MySQL.
 * @param body gets `mysql://user@host:port` without a database name; the user may create databases
 * @throws Error when REQUIRE_SERVICES=1 and there is no server
 */
export function describeWithMariaDb(name: string, body: SuiteBody): void {
  describeWithService(MARIADB, name, body);
}

/**
 * A suite against Redis.
 * @param body gets `redis://host:port`
 * @throws Error when REQUIRE_SERVICES=1 and there is no server
 */
export function describeWithRedis(name: string, body: SuiteBody): void {
  describeWithService(REDIS, name, body);
}

function describeWithService(service: Service, name: string, body: SuiteBody): void {
  const url = process.env[service.variable];
  const title = `${name} (${service.name})`;
  if (url) {
    describe(title, () => {
      body(url);
    });
    return;
  }
  if (process.env.REQUIRE_SERVICES === '1') {
    throw new Error(
      `${title} needs ${service.variable}, and REQUIRE_SERVICES=1 allows no skipping`,
    );
  }
  describe.skip(title, () => {
    body('');
  });
}
