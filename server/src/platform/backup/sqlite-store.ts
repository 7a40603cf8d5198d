import Connection from 'better-sqlite3';
import type { Cell, TableStore } from './table-store.js';

/** Parameters of one statement: SQLite's own limit is 32,766. */
const PARAMETERS = 30_000;

/** The tables of a SQLite file. */
export class SqliteStore implements TableStore {
  private readonly connection: Connection.Database;

  constructor(file: string, options: { readonly readonly: boolean }) {
    this.connection = new Connection(file, { ...options, fileMustExist: true });
    if (!options.readonly) this.connection.pragma('synchronous = OFF');
    // All reads see the same moment, however long they take.
    if (options.readonly) this.connection.exec('BEGIN');
  }

  tables(): Promise<string[]> {
    const names = this.connection
      .prepare(
        `SELECT name FROM sqlite_master
         WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migrations'`,
      )
      .pluck()
      .all() as string[];
    return Promise.resolve(names);
  }

  columns(table: string): Promise<string[]> {
    const columns = this.connection.pragma(`table_info("${table}")`) as { name: string }[];
    return Promise.resolve(columns.map(({ name }) => name).sort());
  }

  async *rows(table: string, columns: readonly string[]): AsyncGenerator<readonly Cell[]> {
    const statement = this.connection.prepare(`SELECT ${listOf(columns)} FROM "${table}"`).raw();
    for (const row of statement.iterate() as IterableIterator<Cell[]>) yield row;
    await Promise.resolve();
  }

  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): Promise<void> {
    const places = `(${columns.map(() => '?').join(', ')})`;
    const most = Math.floor(PARAMETERS / columns.length);
    this.connection.transaction(() => {
      for (let at = 0; at < rows.length; at += most) {
        const some = rows.slice(at, at + most);
        this.connection
          .prepare(
            `INSERT INTO "${table}" (${listOf(columns)}) VALUES ${some.map(() => places).join(', ')}`,
          )
          .run(...some.flat());
      }
    })();
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.connection.close();
    return Promise.resolve();
  }
}

const listOf = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');
