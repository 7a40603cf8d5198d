/**
 * The only door to the database. Everything in one `run` is committed together or not at all, and
 * domain events published inside are delivered after the commit.
 *
 * A unit awaits nothing but the database: on SQLite units run one at a time (all callers share one
 * connection, so a statement of another caller would join the open transaction and vanish with its
 * rollback), and on MySQL a unit that lost a deadlock is run again.
 */
export abstract class UnitOfWork {
  /**
   * Runs `work` in one transaction and resolves with its result once that is durable. Joins the unit
   * that is open around it. Rejects with what `work` threw, after a rollback, or with what kept the unit
   * from being committed.
   */
  abstract run<T>(work: () => Promise<T>): Promise<T>;

  /**
   * Has `work` done as the last part of the open unit, right before its commit: for rows that all units
   * change, which would hold others up and cross their locks for as long as the rest of the unit takes. What
   * it throws fails the unit. Throws when no unit is open.
   */
  abstract atEnd(work: () => Promise<void>): void;
}
