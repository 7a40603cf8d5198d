import type { DataSource } from 'typeorm';
import { StartupRefusal } from '../process/startup-refusal.js';
import { assertRights, assertServerVersion } from './server-check.js';

/** How long, in seconds, a process may have to wait for another that is migrating. */
const MIGRATING_SECONDS = 120;

/** Lets the time between two looks at the schema pass, in milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

const LOOK_EVERY_MS = 500;

/**
 * Brings an opened database up to date and asserts that it keeps its promise: on SQLite every commit
 * must be synced (`synchronous` FULL), else a claim could be lost with the power. Throws otherwise.
 */
export async function prepareSchema(dataSource: DataSource): Promise<void> {
  await assertUsable(dataSource);
  if (isEmbedded(dataSource)) {
    await dataSource.runMigrations();
    return;
  }
  await whileOthersWait(dataSource, () => dataSource.runMigrations());
  await assertRights(dataSource);
}

/**
 * Waits until another process (`npm run migrate`) has brought the database up to date: for a database
 * user who may not change the schema.
 * @throws StartupRefusal when that takes longer than two minutes
 */
export async function awaitSchema(dataSource: DataSource, pause: Pause): Promise<void> {
  await assertUsable(dataSource);
  const known = namesOf(dataSource);
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const done = new Set(await executed(dataSource));
    if (known.every((name) => done.has(name))) break;
    if (waited >= MIGRATING_SECONDS * 1000) {
      throw new StartupRefusal([
        'Skema database belum diperbarui, dan MIGRATIONS=wait. Jalankan `npm run migrate` dengan pengguna database yang boleh mengubah skema.',
      ]);
    }
    await pause(LOOK_EVERY_MS);
  }
  if (!isEmbedded(dataSource)) await assertRights(dataSource);
}

/** Whether the database is exactly as this version of the product wants it. */
export async function isUpToDate(dataSource: DataSource): Promise<boolean> {
  const done = new Set(await executed(dataSource));
  const known = namesOf(dataSource);
  return done.size === known.length && known.every((name) => done.has(name));
}

const isEmbedded = ({ options }: DataSource): boolean => options.type === 'better-sqlite3';

async function assertUsable(dataSource: DataSource): Promise<void> {
  if (isEmbedded(dataSource)) {
    const [row] = await dataSource.query<{ synchronous: number }[]>('PRAGMA synchronous');
    if (row?.synchronous !== 2) throw new Error('SQLite does not sync every commit');
  } else {
    await assertServerVersion(dataSource);
  }
  const known = new Set(namesOf(dataSource));
  if ((await executed(dataSource)).some((name) => !known.has(name))) {
    throw new StartupRefusal([
      'Database ini sudah dipakai versi Prima yang lebih baru. Pasang versi itu, atau pulihkan cadangan dari sebelum pembaruan.',
    ]);
  }
}

const namesOf = ({ migrations }: DataSource): string[] =>
  migrations.map((migration) => migration.name ?? migration.constructor.name);

/** Names of the migrations that were run; none on an empty database. */
async function executed(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}

/** One process at a time: those that start together would create the same tables. */
async function whileOthersWait(
  dataSource: DataSource,
  work: () => Promise<unknown>,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  // At most 64 characters. MySQL 9.6 has no MD5 any more.
  const name = "CONCAT('prima-migrate-', LEFT(SHA2(DATABASE(), 256), 32))";
  try {
    // A lock of the connection: it goes with the process, however that ends.
    const [row] = (await runner.query(`SELECT GET_LOCK(${name}, ?) AS got`, [
      MIGRATING_SECONDS,
    ])) as { got: number | string | null }[];
    if (Number(row?.got) !== 1) throw new Error('Another process is migrating and does not end');
    await work();
    await runner.query(`SELECT RELEASE_LOCK(${name})`);
  } finally {
    await runner.release();
  }
}
