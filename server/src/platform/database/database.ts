import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { EventBus } from '../events/event-bus.js';
import { CommitQueue } from './commit-queue.js';
import { SqliteConnection } from './sqlite-connection.js';
import { UnitOfWork } from './unit-of-work.js';

interface Unit {
  readonly runner: QueryRunner;
  readonly atEnd: (() => Promise<void>)[];
  readonly afterCommit: (() => void)[];
  /** Its work is over: what was started in it and goes on is not part of it any more. */
  over: boolean;
}

/** MySQL: the server chose this transaction to break a deadlock, or a lock did not come in time. */
const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);
const MAX_TRIES = 5;

/** Turns of the event loop that are given to open units before the log is left as it is until the next time. */
const SCRUB_TRIES = 1_000;

/**
 * `UnitOfWork` on TypeORM. Repositories take `manager` from here and nowhere else, so a statement
 * outside a unit is an error at once instead of a lost update later.
 */
export class Database extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<Unit>();
  /** The embedded database: its connection, and the units on it. Null on a server. */
  private readonly embedded: { connection: SqliteConnection; commits: CommitQueue } | null;

  constructor(
    readonly dataSource: DataSource,
    events: EventBus,
  ) {
    super();
    this.embedded = dataSource.options.type === 'better-sqlite3' ? embeddedIn(dataSource) : null;
    events.deferWith((deliver) => {
      const unit = this.openUnit;
      if (!unit) return false;
      unit.afterCommit.push(deliver);
      return true;
    });
  }

  /** Manager of the open unit. Throws outside of one. */
  get manager(): EntityManager {
    return this.unit().runner.manager;
  }

  /** Whether this is the embedded database: for the few statements that differ. */
  get isSqlite(): boolean {
    return this.embedded !== null;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.openUnit) return work();
    if (this.embedded) return this.runInTurn(work, this.embedded.commits);
    return retried(() => this.runOnce(work));
  }

  atEnd(work: () => Promise<void>): void {
    this.unit().atEnd.push(work);
  }

  /** Rows that a statement changed. The one right way to ask: see `compareAndSet`. */
  async affectedBy(sql: string, parameters: unknown[]): Promise<number> {
    const { runner } = this.unit();
    if (this.embedded) return this.embedded.connection.change(sql, parameters);
    return changedBy(runner, sql, parameters);
  }

  /**
   * Runs one statement as a unit of its own, and tells how many rows it changed, once that is durable. A
   * server makes a single statement a transaction by itself, which spares two round trips of three.
   * Within an open unit it is a part of that.
   */
  async affectedAlone(sql: string, parameters: unknown[]): Promise<number> {
    if (this.embedded || this.openUnit) return this.run(() => this.affectedBy(sql, parameters));
    return retried(async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        return await changedBy(runner, sql, parameters);
      } finally {
        await runner.release();
      }
    });
  }

  /**
   * Runs an UPDATE whose WHERE states what must still be true. True when exactly one row was
   * changed, false when another was first. TypeORM's raw result must not be used for this: on SQLite
   * an UPDATE that matches nothing returns the id of the last insert.
   */
  async compareAndSet(sql: string, parameters: unknown[]): Promise<boolean> {
    const affected = await this.affectedBy(sql, parameters);
    if (affected > 1) throw new Error(`A compare-and-set changed ${String(affected)} rows`);
    return affected === 1;
  }

  /**
   * Takes what was deleted out of the embedded database's files: it is overwritten in the database itself
   * (`secure_delete`), but stays in the write-ahead log until that is emptied. A server does it in its own
   * time. Not in a unit of work.
   */
  async scrub(): Promise<void> {
    for (let tries = 0; this.embedded && tries < SCRUB_TRIES; tries++) {
      const { connection } = this.embedded;
      if (!connection.inTransaction) {
        const [row] = connection.rows('PRAGMA wal_checkpoint(TRUNCATE)', []) as { busy: number }[];
        if (row?.busy === 0) return;
      }
      await eventLoopTurn();
    }
  }

  private get openUnit(): Unit | undefined {
    const unit = this.current.getStore();
    return unit?.over === true ? undefined : unit;
  }

  private unit(): Unit {
    const unit = this.openUnit;
    if (!unit) throw new Error('No unit of work is open: wrap the call in UnitOfWork.run');
    return unit;
  }

  private runInTurn<T>(work: () => Promise<T>, commits: CommitQueue): Promise<T> {
    const unit = unitOn(this.dataSource.createQueryRunner());
    return commits.run(
      () => this.within(unit, work),
      () => {
        this.deliver(unit);
      },
    );
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const unit = unitOn(runner);
    try {
      await runner.startTransaction();
      let result: T;
      try {
        result = await this.within(unit, work);
        await runner.commitTransaction();
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
      this.deliver(unit);
      return result;
    } finally {
      await runner.release();
    }
  }

  private async within<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    try {
      return await this.current.run(unit, async () => {
        const result = await work();
        for (const last of unit.atEnd) await last();
        return result;
      });
    } finally {
      unit.over = true;
    }
  }

  /** Outside of any unit: a subscriber that writes opens one of its own. */
  private deliver({ afterCommit }: Unit): void {
    this.current.exit(() => {
      for (const deliver of afterCommit) deliver();
    });
  }
}

const unitOn = (runner: QueryRunner): Unit => ({
  runner,
  atEnd: [],
  afterCommit: [],
  over: false,
});

async function changedBy(runner: QueryRunner, sql: string, parameters: unknown[]): Promise<number> {
  const { affected } = await runner.query(sql, parameters, true);
  if (typeof affected !== 'number') throw new Error('The driver did not say what it changed');
  return affected;
}

/** Runs it again when the server broke it off: nothing of it was written then. */
async function retried<T>(once: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (tries >= MAX_TRIES || !RETRYABLE.has((error as { code?: string }).code ?? ''))
        throw error;
    }
  }
}

function embeddedIn(dataSource: DataSource) {
  const connection = new SqliteConnection(dataSource);
  return { connection, commits: new CommitQueue(connection) };
}
