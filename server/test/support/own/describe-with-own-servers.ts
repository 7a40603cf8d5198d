import { describe } from '@jest/globals';
import { programOf } from './own-server.js';

/** Programs that tests with faults of a database or of Redis start for themselves. */
const PROGRAMS = ['mariadbd', 'mariadb-install-db', 'redis-server'] as const;

/**
 * A suite that starts a MariaDB and a Redis of its own. Skipped where they are not installed.
 * @throws Error when REQUIRE_SERVICES=1 and one of them is missing
 */
export function describeWithOwnServers(name: string, body: () => void): void {
  const missing = PROGRAMS.filter((program) => programOf(program) === null);
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  if (process.env.REQUIRE_SERVICES === '1') {
    throw new Error(
      `${name} needs ${missing.join(', ')}, and REQUIRE_SERVICES=1 allows no skipping`,
    );
  }
  describe.skip(`${name} (needs ${missing.join(', ')})`, body);
}
