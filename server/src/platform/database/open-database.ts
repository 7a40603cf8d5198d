import type { DataSource } from 'typeorm';

/**
 * Brings an opened database up to date and asserts that it keeps its promise: on SQLite every commit
 * must be synced (`synchronous` FULL), else a claim could be lost with the power. Throws otherwise.
 */
export async function prepareSchema(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') {
    const [row] = await dataSource.query<{ synchronous: number }[]>('PRAGMA synchronous');
    if (row?.synchronous !== 2) throw new Error('SQLite does not sync every commit');
  }
  await dataSource.runMigrations();
}
