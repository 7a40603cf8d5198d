import type { Database as Connection, Statement } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { CommitConnection } from './commit-queue.js';

/** Statements kept compiled: more than the product has that are run often. */
const KEPT = 200;

/**
 * The connection that TypeORM opened, used directly: what is run for every message costs a few
 * microseconds that way and several times that through the query runner.
 */
export class SqliteConnection implements CommitConnection {
  private readonly compiled = new Map<string, Statement>();
  private last: Connection | null = null;

  /** @param dataSource an initialised one of type `better-sqlite3` */
  constructor(private readonly dataSource: DataSource) {}

  get inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  run(sql: string): void {
    this.statement(sql).run();
  }

  /** Runs a statement that changes rows, and tells how many. */
  change(sql: string, parameters: readonly unknown[]): number {
    return this.statement(sql).run(...parameters).changes;
  }

  /** Rows of a query. */
  rows(sql: string, parameters: readonly unknown[]): unknown[] {
    return this.statement(sql).all(...parameters);
  }

  /** What is open now: TypeORM may have closed the one of before and opened another. */
  private get connection(): Connection {
    const { databaseConnection } = this.dataSource.driver as unknown as {
      readonly databaseConnection: Connection;
    };
    if (databaseConnection !== this.last) this.compiled.clear();
    this.last = databaseConnection;
    return databaseConnection;
  }

  private statement(sql: string): Statement {
    const { connection } = this;
    const known = this.compiled.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    // The oldest makes room: texts with a list of values in them would otherwise gather without end.
    const [oldest] = this.compiled.keys();
    if (oldest !== undefined && this.compiled.size >= KEPT) this.compiled.delete(oldest);
    this.compiled.set(sql, statement);
    return statement;
  }
}
