import type { DataSource } from 'typeorm';
import { StartupRefusal } from '../process/startup-refusal.js';

/** The oldest that are supported by their makers and tested here. */
const OLDEST = {
  MySQL: [8, 0],
  MariaDB: [10, 11],
} as const;

/** A table that the product writes all the time. */
const PROBED = 'recipients';

/**
 * Refuses servers on which the product was never meant to run.
 * @throws StartupRefusal in one line
 */
export async function assertServerVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>('SELECT VERSION() AS version');
  const refusal = refusalOfVersion(row?.version ?? '');
  if (refusal !== null) throw new StartupRefusal([refusal]);
}

/** Why a server that calls itself `version` is too old; null when it is not. */
export function refusalOfVersion(version: string): string | null {
  const product = /mariadb/iu.test(version) ? 'MariaDB' : 'MySQL';
  // Old MariaDB puts 5.5.5- in front, for old clients.
  const [major = 0, minor = 0] = version
    .replace(/^5\.5\.5-/u, '')
    .split('.')
    .map(Number.parseFloat);
  const [oldestMajor, oldestMinor] = OLDEST[product];
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `DATABASE_URL: server itu ${product} ${String(major)}.${String(minor)}, terlalu tua. Perlu MySQL 8.0 atau MariaDB 10.11 ke atas.`;
}

/**
 * Asks for every right that the product needs while it runs. Each statement would change nothing; the
 * server judges the rights before it looks at rows.
 * @throws the driver's error, which `refusalToStart` says in one line
 */
export async function assertRights(dataSource: DataSource): Promise<void> {
  for (const statement of [
    `SELECT id FROM ${PROBED} WHERE 1 = 0`,
    `UPDATE ${PROBED} SET id = id WHERE 1 = 0`,
    `INSERT INTO ${PROBED} SELECT * FROM ${PROBED} WHERE 1 = 0`,
    `DELETE FROM ${PROBED} WHERE 1 = 0`,
  ]) {
    await dataSource.query(statement);
  }
}
