import { createConnection } from 'mysql2';
import type { Connection } from 'mysql2';
import type { Connection as PromisedConnection } from 'mysql2/promise';
import type { DatabaseLocation } from '../database/data-source-options.js';
import type { Cell, TableStore } from './table-store.js';

/** Where a server database is. */
export type ServerLocation = Extract<DatabaseLocation, { readonly kind: 'mysql' }>;

/** Rows that are kept in memory while others are written, at most. */
const READ_AHEAD = 1_000;

/** The tables of a MySQL or MariaDB database. */
export class MysqlStore implements TableStore {
  private readonly connection: PromisedConnection;

  /** @param plain the one that can stream */
  private constructor(private readonly plain: Connection) {
    this.connection = plain.promise();
  }

  /**
   * @param reading whether all reads are to see the same moment, without holding anybody up
   */
  static async open(
    { url, tls }: ServerLocation,
    { reading }: { readonly reading: boolean },
  ): Promise<MysqlStore> {
    const plain = createConnection({
      uri: url.replace(/^mariadb:/u, 'mysql:'),
      charset: 'utf8mb4_bin',
      supportBigNumbers: true,
      // As the product itself connects (data-source-options).
      ...(tls && { ssl: { ...(tls.ca !== null && { ca: tls.ca }), verifyIdentity: true } }),
    });
    const connection = plain.promise();
    await connection.connect();
    if (reading) {
      await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    }
    return new MysqlStore(plain);
  }

  async tables(): Promise<string[]> {
    return this.column(
      `SELECT table_name FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
      [],
    );
  }

  /** Whether there is anything at all in the database, of whatever product. */
  async isEmpty(): Promise<boolean> {
    const names = await this.column(
      'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()',
      [],
    );
    return names.length === 0;
  }

  async columns(table: string): Promise<string[]> {
    const names = await this.column(
      `SELECT column_name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = ?`,
      [table],
    );
    return names.sort();
  }

  /** The rows of a query of one column. */
  async column(sql: string, parameters: readonly string[]): Promise<string[]> {
    const [rows] = await this.connection.query({ sql, rowsAsArray: true }, [...parameters]);
    return (rows as string[][]).flatMap(([value]) => value ?? []);
  }

  async *rows(table: string, columns: readonly string[]): AsyncGenerator<readonly Cell[]> {
    const sql = `SELECT ${listOf(columns)} FROM \`${table}\``;
    const stream = this.plain
      .query({ sql, rowsAsArray: true })
      .stream({ highWaterMark: READ_AHEAD });
    for await (const row of stream) yield row as Cell[];
  }

  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Cell[])[],
  ): Promise<void> {
    await this.connection.query(`INSERT INTO \`${table}\` (${listOf(columns)}) VALUES ?`, [rows]);
  }

  async close(): Promise<void> {
    await this.connection.end();
  }
}

const listOf = (columns: readonly string[]): string =>
  columns.map((column) => `\`${column}\``).join(', ');
