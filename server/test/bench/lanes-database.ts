import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { createPool } from 'mysql2/promise';
import { DeviceRow } from '../../src/modules/device/infrastructure/persistence/device.row.js';
import { RunRow } from '../../src/modules/sender/infrastructure/persistence/run.row.js';
import { SafeModeAlarmRow } from '../../src/modules/sender/infrastructure/persistence/safe-mode-alarm.row.js';
import { prepareSqlite } from '../../src/platform/database/data-source-options.js';
import { openMariaDb, openSqlite } from '../../src/platform/database/testing/test-database.js';
import type { TestDatabase } from '../../src/platform/database/testing/test-database.js';

/** A statement and its parameters. */
export type Statement = readonly [sql: string, parameters: readonly (string | number)[]];

/** One database, migrated, reached through the product and through its bare driver. */
export interface BenchDatabase {
  readonly name: string;
  readonly opened: TestDatabase;
  /** For what the product keeps beside it. */
  readonly folder: string;
  /** Runs statements by the bare driver in one transaction: one durable commit. One alone needs no BEGIN. */
  readonly bare: (...statements: readonly Statement[]) => unknown;
  close(): Promise<void>;
}

const ROWS = [RunRow, DeviceRow, SafeModeAlarmRow];

/** An empty database of that kind; null for a MariaDB that is not there. */
export async function openBenchDatabase(kind: 'sqlite' | 'mariadb'): Promise<BenchDatabase | null> {
  return kind === 'sqlite' ? openBenchSqlite() : openBenchMariaDb();
}

async function openBenchSqlite(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'prima-bench-'));
  const opened = await openSqlite(ROWS, join(folder, 'product.db'));
  // A file of its own with the same schema: two connections to one file would wait for each other.
  const file = join(folder, 'floor.db');
  await (await openSqlite(ROWS, file)).close();
  const connection = new SqliteConnection(file);
  prepareSqlite(connection);
  const prepared = new Map<string, SqliteConnection.Statement>();
  const run = (...[sql, parameters]: Statement) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    return statement.run(...parameters);
  };
  return {
    name: 'SQLite (WAL, synchronous=FULL)',
    opened,
    folder,
    bare: (...statements) => {
      if (statements.length > 1) run('BEGIN', []);
      for (const statement of statements) run(...statement);
      if (statements.length > 1) run('COMMIT', []);
    },
    close: async () => {
      connection.close();
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openBenchMariaDb(): Promise<BenchDatabase | null> {
  const serverUrl = process.env.TEST_DATABASE_URL ?? '';
  if (serverUrl === '') return null;
  const folder = mkdtempSync(join(tmpdir(), 'prima-bench-'));
  const [opened, floor] = [await openMariaDb(ROWS, serverUrl), await openMariaDb(ROWS, serverUrl)];
  const [named] = await floor.database.dataSource.query<{ name: string }[]>(
    'SELECT DATABASE() AS name',
  );
  const url = new URL(serverUrl);
  url.pathname = `/${named?.name ?? ''}`;
  // As many connections as the product has (data-source-options).
  const pool = createPool({ uri: url.href, connectionLimit: 10 });
  return {
    name: 'MariaDB (one fsync per commit)',
    opened,
    folder,
    bare: async (...statements) => {
      const connection = await pool.getConnection();
      if (statements.length > 1) await connection.beginTransaction();
      for (const [sql, parameters] of statements) await connection.query(sql, [...parameters]);
      if (statements.length > 1) await connection.commit();
      connection.release();
    },
    close: async () => {
      await pool.end();
      await opened.close();
      await floor.close();
      rmSync(folder, { recursive: true });
    },
  };
}
