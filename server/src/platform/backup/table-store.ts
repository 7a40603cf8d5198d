import { hash } from 'node:crypto';
import type { TableDigest } from './manifest.js';

/** A value of a column. The product has no others: no dates, no bytes, no booleans. */
export type Cell = string | number | null;

/** Rows that are read and written together, at most, and their size as JSON in characters. */
const BATCH = { rows: 500, characters: 1_000_000 } as const;

/** Tables of a database as rows of plain values, whichever kind it is. */
export interface TableStore {
  /** Names of all tables of the product, apart from the list of migrations. */
  tables(): Promise<string[]>;
  /** Columns of a table, sorted by name. */
  columns(table: string): Promise<string[]>;
  /** All rows, one at a time, as they were when the store was opened. */
  rows(table: string, columns: readonly string[]): AsyncIterable<readonly Cell[]>;
  /** Adds rows. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * What only means something while processes run: who is logged in or about to, also in a frame, which worker has which
 * device, and who does which job. Copied nowhere.
 */
export const EPHEMERAL: readonly string[] = [
  'sessions',
  'pending_logins',
  'embed_sessions',
  'embed_accesses',
  'workers',
  'device_holds',
  'job_leases',
];

/** Tables that are kept. */
export async function keptTables(store: TableStore): Promise<string[]> {
  return (await store.tables()).filter((table) => !EPHEMERAL.includes(table)).sort();
}

/** What a table holds. */
export async function digestOf(store: TableStore, table: string): Promise<TableDigest> {
  const sum = new RowSum();
  for await (const row of store.rows(table, await store.columns(table))) sum.add(row);
  return sum.digest();
}

/** What every kept table holds. */
export async function digestsOf(store: TableStore): Promise<Record<string, TableDigest>> {
  const digests: Record<string, TableDigest> = {};
  for (const table of await keptTables(store)) digests[table] = await digestOf(store, table);
  return digests;
}

/**
 * Copies every kept table, some rows at a time, and answers what was read.
 *
 * @param to an empty database with the same tables
 */
export async function copyTables(
  from: TableStore,
  to: TableStore,
): Promise<Record<string, TableDigest>> {
  const digests: Record<string, TableDigest> = {};
  for (const table of await keptTables(from)) digests[table] = await copyTable(from, to, table);
  return digests;
}

async function copyTable(from: TableStore, to: TableStore, table: string): Promise<TableDigest> {
  const columns = await from.columns(table);
  const sum = new RowSum();
  let batch: (readonly Cell[])[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await to.insert(table, columns, batch);
    batch = [];
    characters = 0;
  };
  for await (const row of from.rows(table, columns)) {
    characters += sum.add(row);
    batch.push(row);
    if (batch.length >= BATCH.rows || characters >= BATCH.characters) await flush();
  }
  await flush();
  return sum.digest();
}

/** Adds up rows: the exclusive or of their hashes, so that the order in which a database has them is free. */
class RowSum {
  private rows = 0;
  private readonly sum = Buffer.alloc(32);

  /** Answers the length of the row as JSON. */
  add(row: readonly Cell[]): number {
    const text = JSON.stringify(row);
    const digest = hash('sha256', text, 'buffer');
    for (let at = 0; at < 32; at++) this.sum[at] = (this.sum[at] ?? 0) ^ (digest[at] ?? 0);
    this.rows += 1;
    return text.length;
  }

  digest(): TableDigest {
    return { rows: this.rows, checksum: this.sum.toString('hex') };
  }
}
