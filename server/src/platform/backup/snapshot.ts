import Connection from 'better-sqlite3';
import { chmodSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { DatabaseLocation } from '../database/data-source-options.js';
import { dataSourceOptions } from '../database/data-source-options.js';
import { prepareSchema } from '../database/open-database.js';
import { MysqlStore } from './mysql-store.js';
import type { ServerLocation } from './mysql-store.js';
import { SqliteStore } from './sqlite-store.js';
import { EPHEMERAL, copyTables } from './table-store.js';

/**
 * Writes the database as it is at one moment into a new SQLite file, while the product goes on working.
 * From a server it is copied row by row: the same file, and so the same restore, for every kind.
 */
export async function snapshotTo(file: string, from: DatabaseLocation): Promise<void> {
  if (from.kind === 'sqlite') copyFile(from.file, file);
  else await copyServer(from, file);
  chmodSync(file, 0o600);
}

/** Migrations that were run on a SQLite file. */
export function schemaOf(file: string): string[] {
  const connection = new Connection(file, { readonly: true, fileMustExist: true });
  try {
    return connection.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[];
  } finally {
    connection.close();
  }
}

/** Brings a database up to the schema of this version. */
export async function migrate(location: DatabaseLocation): Promise<void> {
  const dataSource = new DataSource(dataSourceOptions(location));
  await dataSource.initialize();
  try {
    await prepareSchema(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** In one read: claims go on meanwhile, and nothing that was deleted comes along. */
function copyFile(source: string, file: string): void {
  const connection = new Connection(source, { readonly: true, fileMustExist: true });
  try {
    connection.pragma('busy_timeout = 10000');
    connection.prepare('VACUUM INTO ?').run(file);
  } finally {
    connection.close();
  }
  const copy = new Connection(file);
  const tables = copy.prepare('SELECT name FROM sqlite_master').pluck().all();
  // An older version has not all of them.
  for (const table of EPHEMERAL) if (tables.includes(table)) copy.exec(`DELETE FROM ${table}`);
  copy.exec('VACUUM');
  copy.close();
}

async function copyServer(from: ServerLocation, file: string): Promise<void> {
  await migrate({ kind: 'sqlite', file });
  const source = await MysqlStore.open(from, { reading: true });
  const target = new SqliteStore(file, { readonly: false });
  try {
    await copyTables(source, target);
  } finally {
    await source.close();
    await target.close();
  }
  // One file, without a journal beside it.
  const copy = new Connection(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}
