import { buffer } from 'node:stream/consumers';
import SqliteConnection from 'better-sqlite3';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { createConnection } from 'mysql2/promise';
import { SaxesParser } from 'saxes';
import * as yauzl from 'yauzl';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { PARTS } from '../fixtures/make-workbook.js';
import { nameOf, phoneOf } from './import-workbook.js';

/** Seconds of each part of the floor. */
export interface Floor {
  readonly parse: number;
  readonly phones: number;
  readonly insert: number;
}

const ROWS_PER_STATEMENT = 1_000;
const INSERT = 'INSERT INTO recipients (import_id, row_no, phone, name, variables) VALUES ';
const LIST = '00000000-0000-7000-8000-000000000001';

/**
 * The least that an import costs when each part is done by the usual library alone, one after the
 * other: unpack and parse both parts of the sheet (keeping nothing), let libphonenumber read every
 * number, and write every row by multi-row inserts of the bare driver, in one transaction.
 */
export async function measureFloor(
  file: string,
  rows: number,
  location: DatabaseLocation,
): Promise<Floor> {
  const parse = await secondsOf(() => parseParts(file));
  const phones = await secondsOf(() => {
    for (let n = 0; n < rows; n += 1) {
      if (!parsePhoneNumberFromString(phoneOf(n), 'ID')?.isValid()) throw new Error(phoneOf(n));
    }
    return Promise.resolve();
  });
  const values = Array.from({ length: rows }, (_, n) => [
    LIST,
    n + 2,
    `+62${phoneOf(n).slice(1)}`,
    nameOf(n),
    JSON.stringify({ tanggal: '22/11/2026', poli: `Poli ${String(n % 10)}` }),
  ]);
  const insert = await (location.kind === 'sqlite'
    ? insertIntoSqlite(location.file, values)
    : insertIntoMysql(location.url, values));
  return { parse, phones, insert };
}

async function parseParts(file: string): Promise<void> {
  const zip = await yauzl.openPromise(file, { autoClose: false, lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === PARTS.sheet || entry.fileName === PARTS.strings) {
      parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
  }
  zip.close();
  for (const part of parts.values()) {
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('opentag', () => undefined);
    parser.on('text', () => undefined);
    parser.write(part.toString()).close();
  }
}

async function insertIntoSqlite(file: string, values: readonly unknown[][]): Promise<number> {
  const connection = new SqliteConnection(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  const statement = connection.prepare(INSERT + places(ROWS_PER_STATEMENT));
  const seconds = await secondsOf(() => {
    connection.exec('BEGIN');
    for (const slice of slices(values)) statement.run(...slice.flat());
    connection.exec('COMMIT');
    return Promise.resolve();
  });
  connection.close();
  return seconds;
}

async function insertIntoMysql(url: string, values: readonly unknown[][]): Promise<number> {
  const connection = await createConnection({ uri: url });
  const seconds = await secondsOf(async () => {
    await connection.beginTransaction();
    for (const slice of slices(values)) {
      await connection.query(INSERT + places(slice.length), slice.flat());
    }
    await connection.commit();
  });
  await connection.end();
  return seconds;
}

function slices(values: readonly unknown[][]): unknown[][][] {
  const count = Math.ceil(values.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, n) =>
    values.slice(n * ROWS_PER_STATEMENT, (n + 1) * ROWS_PER_STATEMENT),
  );
}

function places(rows: number): string {
  return Array(rows).fill('(?, ?, ?, ?, ?)').join(', ');
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
