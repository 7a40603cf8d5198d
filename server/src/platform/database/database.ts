import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { EventBus } from '../events/event-bus.js';
import { UnitOfWork } from './unit-of-work.js';

interface Unit {
  readonly runner: QueryRunner;
  readonly afterCommit: (() => void)[];
}

/** MySQL: the server chose this transaction to break a deadlock, or a lock did not come in time. */
const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);
const MAX_TRIES = 5;

/**
 * `UnitOfWork` on TypeORM. Repositories take `manager` from here and nowhere else, so a statement
 * outside a unit is an error at once instead of a lost update later.
 */
export class Database extends UnitOfWork {
  private readonly current = new AsyncLocalStorage<Unit>();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly oneAtATime: boolean;

  constructor(
    readonly dataSource: DataSource,
    events: EventBus,
  ) {
    super();
    this.oneAtATime = dataSource.options.type === 'better-sqlite3';
    events.deferWith((deliver) => {
      const unit = this.current.getStore();
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
    return this.oneAtATime;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    if (!this.oneAtATime) return this.runWithRetry(work);
    const turn = this.queue.then(() => this.runOnce(work));
    // The queue must outlive a failed unit; its caller gets the error from `turn`.
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Rows that a statement changed. The one right way to ask: see `compareAndSet`. */
  async affectedBy(sql: string, parameters: unknown[]): Promise<number> {
    const result: unknown = await this.unit().runner.query(sql, parameters, true);
    const affected = (result as { affected?: unknown }).affected;
    if (typeof affected !== 'number') throw new Error('The driver did not say what it changed');
    return affected;
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

  private unit(): Unit {
    const unit = this.current.getStore();
    if (!unit) throw new Error('No unit of work is open: wrap the call in UnitOfWork.run');
    return unit;
  }

  private async runWithRetry<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.runOnce(work);
      } catch (error) {
        if (tries >= MAX_TRIES || !RETRYABLE.has((error as { code?: string }).code ?? ''))
          throw error;
      }
    }
  }

  private async runOnce<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const unit: Unit = { runner, afterCommit: [] };
    try {
      await runner.startTransaction();
      let result: T;
      try {
        result = await this.current.run(unit, work);
        await runner.commitTransaction();
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
      // Outside the unit's storage: a subscriber that writes opens a unit of its own.
      this.current.exit(() => {
        for (const deliver of unit.afterCommit) deliver();
      });
      return result;
    } finally {
      await runner.release();
    }
  }
}
