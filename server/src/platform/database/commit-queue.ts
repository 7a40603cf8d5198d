import { setImmediate as eventLoopTurn } from 'node:timers/promises';

/** The connection of an embedded database, as the queue needs it. */
export interface CommitConnection {
  /** Whether a transaction is open: some errors (a full disk) end it without being asked. */
  readonly inTransaction: boolean;
  /** Runs one statement without parameters or result. `COMMIT` returns when everything is on the disk. */
  run(sql: string): void;
}

/** Units in one commit at most, and the time in ms after which no further one begins: nobody waits for long. */
export const BATCH = { units: 64, milliseconds: 20 } as const;

interface Waiting {
  /** Runs the unit's work; rejects when the unit is to be rolled back. */
  readonly work: () => Promise<void>;
  readonly committed: () => void;
  readonly failed: (error: unknown) => void;
}

/** A unit of the open batch, and what its caller is told once the batch is on the disk. */
type Verdict = () => void;

/**
 * Units of work on the one connection of an embedded database: one at a time, in the order in which they
 * came. Those that wait already share one COMMIT, since waiting for the disk is what a commit costs. Each
 * but the first has a savepoint of its own, so that one that fails takes nothing of another along.
 *
 * Nobody hears of a unit, not even that it failed, before the COMMIT has returned: what a unit of the
 * batch has seen of the others may still vanish until then. When the COMMIT fails, all of them have failed.
 */
export class CommitQueue {
  private readonly waiting: Waiting[] = [];
  private busy = false;

  /** @param now milliseconds of any clock that only goes forward */
  constructor(
    private readonly connection: CommitConnection,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Runs `work` when its turn has come, and resolves with its result when that is durable. Rejects with
   * what `work` threw, rolled back, or with what kept the batch from being committed.
   *
   * @param committed is called after the COMMIT, before the callers of the batch go on
   */
  run<T>(work: () => Promise<T>, committed: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.waiting.push({
        work: async () => {
          result = await work();
        },
        committed: () => {
          committed();
          resolve(result);
        },
        failed: reject,
      });
      if (!this.busy) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      // A commit blocks the event loop, so whoever became ready meanwhile could not say so yet: without
      // this turn each would find the queue idle, and pay for a commit alone.
      await eventLoopTurn();
      for (const verdict of await this.commitNext()) verdict();
    }
    this.busy = false;
  }

  /** Runs and commits the next batch. Never rejects: whatever goes wrong is a verdict on its units. */
  private async commitNext(): Promise<Verdict[]> {
    const begun: Waiting[] = [];
    const verdicts: Verdict[] = [];
    const ends = this.now() + BATCH.milliseconds;
    try {
      do {
        const unit = this.waiting.shift();
        if (!unit) break;
        begun.push(unit);
        verdicts.push(await (begun.length === 1 ? this.runFirst(unit) : this.runFurther(unit)));
      } while (begun.length < BATCH.units && this.now() < ends);
      this.connection.run('COMMIT');
      return verdicts;
    } catch (error) {
      this.rollBack();
      return begun.map(({ failed }) => () => {
        failed(error);
      });
    }
  }

  /** Needs no savepoint: when it fails, there is nothing beside it yet. */
  private async runFirst(unit: Waiting): Promise<Verdict> {
    this.connection.run('BEGIN');
    await unit.work();
    this.requireTransaction();
    return unit.committed;
  }

  private async runFurther(unit: Waiting): Promise<Verdict> {
    this.connection.run('SAVEPOINT unit');
    try {
      await unit.work();
    } catch (error) {
      this.requireTransaction(error);
      this.connection.run('ROLLBACK TO unit');
      this.connection.run('RELEASE unit');
      return () => {
        unit.failed(error);
      };
    }
    this.connection.run('RELEASE unit');
    return unit.committed;
  }

  /** Without its transaction a batch is gone, however many of its units went well. */
  private requireTransaction(cause?: unknown): void {
    if (this.connection.inTransaction) return;
    throw new Error('The database ended the transaction of a unit of work', { cause });
  }

  private rollBack(): void {
    try {
      if (this.connection.inTransaction) this.connection.run('ROLLBACK');
    } catch {
      // The units fail with the error that led here; the next BEGIN says what is wrong now.
    }
  }
}
