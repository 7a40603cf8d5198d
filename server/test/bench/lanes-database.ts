import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { createPool } from 'mysql2/promise';
import { DeviceRow } from '../../src/modules/device/infrastructure/persistence/device.row.js';
import { RunRow } from '../../src/modules/sender/infrastructure/persistence/run.row.js';
import { SafeModeAlarmRow } from '../../src/modules/sender/infrastructure/persistence/safe-mode-alarm.row.js';
import { openMariaDb, openSqlite } from '../../src/platform/database/testing/test-database.js';
import type { TestDatabase } from '../../src/platform/database/testing/test-database.js';

/** A statement as the bare driver runs it. */
export type BareStatement = (sql: string, parameters: readonly (string | number)[]) => unknown;

/** One database, migrated, reached through the product and through its bare driver. */
export interface BenchDatabase {
  readonly name: string;
  readonly opened: TestDatabase;
  /** For what the product keeps beside it. */
  readonly folder: string;
  /** Runs one statement in a transaction of its own: one durable commit. */
  readonly bare: BareStatement;
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
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const prepared = new Map<string, SqliteConnection.Statement>();
  return {
    name: 'SQLite (WAL, synchronous=FULL)',
    opened,
    folder,
    bare: (sql, parameters) => {
      const statement = prepared.get(sql) ?? connection.prepare(sql);
      prepared.set(sql, statement);
      return statement.run(...parameters);
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
    bare: (sql, parameters) => pool.query(sql, [...parameters]),
    close: async () => {
      await pool.end();
      await opened.close();
      await floor.close();
      rmSync(folder, { recursive: true });
    },
  };
}
