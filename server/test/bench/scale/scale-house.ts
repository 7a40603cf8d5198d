import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { createPool } from 'mysql2/promise';
import { openMariaDb, openSqlite } from '../../../src/platform/database/testing/test-database.js';

type Value = string | number | null;

/** A migrated database with a data folder, as processes of the product reach it and as a bare driver does. */
export interface ScaleHouse {
  readonly name: 'SQLite' | 'MariaDB';
  readonly dataDir: string;
  /** By these a process of the product finds it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Runs one statement of the bare driver. */
  run(sql: string, values: readonly Value[]): Promise<void>;
  /** Rows of one query of the bare driver. */
  rows<R>(sql: string, values: readonly Value[]): Promise<R[]>;
  close(): Promise<void>;
}

/** An empty one on SQLite. */
export async function openSqliteHouse(): Promise<ScaleHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-scale-'));
  const file = join(dataDir, 'prima.db');
  await (await openSqlite([], file)).close();
  const connection = new SqliteConnection(file);
  // Of this connection, which only fills it: a test list need not survive a power cut.
  connection.pragma('synchronous = OFF');
  const prepared = new Map<string, SqliteConnection.Statement>();
  const statement = (sql: string): SqliteConnection.Statement => {
    const known = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    name: 'SQLite',
    dataDir,
    settings: { DATA_DIR: dataDir },
    run: (sql, values) => {
      statement(sql).run(...values);
      return Promise.resolve();
    },
    rows: <R>(sql: string, values: readonly Value[]) =>
      Promise.resolve(statement(sql).all(...values) as R[]),
    close: () => {
      connection.close();
      rmSync(dataDir, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** An empty one on the MariaDB or MySQL of `serverUrl`; with `redisUrl` for several processes. */
export async function openMariaDbHouse(serverUrl: string, redisUrl?: string): Promise<ScaleHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-scale-'));
  const opened = await openMariaDb([], serverUrl);
  const [named] = await opened.database.dataSource.query<{ name: string }[]>(
    'SELECT DATABASE() AS name',
  );
  const schema = named?.name ?? '';
  const url = new URL(serverUrl);
  url.pathname = `/${schema}`;
  // One connection: the tables are read one question after the other.
  const pool = createPool({ uri: url.href, connectionLimit: 1 });
  return {
    name: 'MariaDB',
    dataDir,
    settings: {
      DATA_DIR: dataDir,
      DATABASE_URL: url.href,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl, REDIS_PREFIX: schema }),
    },
    run: async (sql, values) => {
      await pool.query(sql, [...values]);
    },
    rows: async <R>(sql: string, values: readonly Value[]) => {
      const [rows] = await pool.query(sql, [...values]);
      return rows as R[];
    },
    close: async () => {
      await pool.end();
      await opened.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
