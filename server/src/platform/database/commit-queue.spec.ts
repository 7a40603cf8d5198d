import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import SqliteConnection from 'better-sqlite3';
import { BATCH, CommitQueue } from './commit-queue.js';
import type { CommitConnection } from './commit-queue.js';

/** A real connection that writes down what the queue runs, and can fail at one of its statements. */
class WatchedConnection implements CommitConnection {
  readonly statements: string[] = [];
  failAt: string | null = null;

  constructor(readonly connection: SqliteConnection.Database) {
    connection.pragma('journal_mode = WAL');
    connection.exec('CREATE TABLE notes (text TEXT UNIQUE)');
  }

  get inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  get commits(): number {
    return this.statements.filter((sql) => sql === 'COMMIT').length;
  }

  run(sql: string): void {
    this.statements.push(sql);
    if (sql === this.failAt) throw new Error(`${sql} failed`);
    this.connection.prepare(sql).run();
  }

  write(text: string): void {
    this.connection.prepare('INSERT INTO notes VALUES (?)').run(text);
  }
}

const pause = () => new Promise((resolve) => setImmediate(resolve));
const nothing = () => undefined;

describe('CommitQueue', () => {
  let folder: string;
  let watched: WatchedConnection;
  /** A second connection sees what is committed, and nothing else. */
  let onDisk: SqliteConnection.Database;
  let now: number;
  let queue: CommitQueue;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prima-commits-'));
    const file = join(folder, 'notes.db');
    watched = new WatchedConnection(new SqliteConnection(file));
    onDisk = new SqliteConnection(file, { readonly: true });
    now = 0;
    queue = new CommitQueue(watched, () => now);
  });
  afterEach(() => {
    onDisk.close();
    watched.connection.close();
    rmSync(folder, { recursive: true });
  });

  const committed = () =>
    onDisk.prepare<[], string>('SELECT text FROM notes ORDER BY rowid').pluck().all();

  /** A unit that writes one note, tells when, and gives way to others before it ends. */
  const write = (text: string, after: () => void = nothing) =>
    queue.run(async () => {
      watched.write(text);
      await pause();
      after();
      return text;
    }, nothing);
  const fail = (text: string) =>
    write(text, () => {
      throw new Error(`${text} failed`);
    });

  it('answers a unit with its result', async () => {
    expect(await write('a')).toBe('a');
    expect(committed()).toEqual(['a']);
  });

  it('commits those that wait together, in the order in which they came', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((text) => write(text)))).toEqual(['a', 'b', 'c']);
    expect(committed()).toEqual(['a', 'b', 'c']);
    expect(watched.commits).toBe(1);
  });

  it('commits those together that became ready while a commit blocked the event loop', async () => {
    const units: Promise<unknown>[] = [];
    const writeAtOnce = (text: string) => () => {
      watched.write(text);
      return Promise.resolve();
    };
    for (const text of ['a', 'b', 'c']) {
      setImmediate(() => {
        units.push(queue.run(writeAtOnce(text), nothing));
      });
    }
    await pause();
    await Promise.all(units);
    expect([committed(), watched.commits]).toEqual([['a', 'b', 'c'], 1]);
  });

  it('lets nobody go on before everything that they may have seen is on the disk', async () => {
    const seen: Record<string, string[]> = {};
    const look = (name: string) => () => {
      seen[name] = committed();
    };
    await Promise.all([
      write('a').then(look('a')),
      fail('b').catch(look('b')),
      write('c').then(look('c')),
    ]);
    expect(seen).toEqual({ a: ['a', 'c'], b: ['a', 'c'], c: ['a', 'c'] });
  });

  it('tells what happened in a unit after the commit, and before its caller goes on', async () => {
    const heard: string[] = [];
    const unit = (text: string) =>
      queue
        .run(
          async () => {
            watched.write(text);
            await pause();
          },
          () => heard.push(`${text} told, ${String(committed().length)} on the disk`),
        )
        .then(() => heard.push(`${text} goes on`));
    await Promise.all([unit('a'), unit('b')]);
    expect(heard).toEqual([
      'a told, 2 on the disk',
      'b told, 2 on the disk',
      'a goes on',
      'b goes on',
    ]);
  });

  it.each([0, 1, 2])(
    'undoes a unit that fails and nothing else: number %i of three',
    async (at) => {
      const told: string[] = [];
      const units = ['a', 'b', 'c'].map((text, index) =>
        queue.run(
          async () => {
            watched.write(text);
            await pause();
            watched.write(`${text} again`);
            if (index === at) throw new Error('no');
          },
          () => told.push(text),
        ),
      );
      const outcomes = await Promise.allSettled(units);
      const well = ['a', 'b', 'c'].filter((_, index) => index !== at);
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(
        [0, 1, 2].map((index) => index !== at),
      );
      expect(committed()).toEqual(well.flatMap((text) => [text, `${text} again`]));
      expect(told).toEqual(well);
    },
  );

  it('fails all units of a commit that fails, tells nothing of them, and goes on with the next', async () => {
    const told: string[] = [];
    watched.failAt = 'COMMIT';
    const unit = (text: string) =>
      queue.run(
        async () => {
          watched.write(text);
          await pause();
        },
        () => told.push(text),
      );
    const outcomes = await Promise.allSettled([unit('a'), unit('b'), fail('c')]);
    expect(
      outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason)),
    ).toEqual(['Error: COMMIT failed', 'Error: COMMIT failed', 'Error: COMMIT failed']);
    expect([told, committed(), watched.inTransaction]).toEqual([[], [], false]);
    watched.failAt = null;
    await unit('d');
    expect(committed()).toEqual(['d']);
  });

  it.each([
    ['throws on', true, 'UNIQUE constraint failed: notes.text'],
    ['goes on as if nothing had happened', false, undefined],
  ])('fails the whole batch when the database ends it and the unit %s', async (_, throws, why) => {
    const earlier = write('a');
    // As on a full disk: the statement does not only fail, the whole transaction is gone.
    const lost = queue.run(async () => {
      await pause();
      try {
        watched.connection.prepare("INSERT OR ROLLBACK INTO notes VALUES ('a')").run();
      } catch (error) {
        if (throws) throw error;
      }
    }, nothing);
    const [first, second, third] = await Promise.allSettled([earlier, lost, write('b')]);
    expect([first.status, second.status, third.status]).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    const { cause } = (first as PromiseRejectedResult).reason as Error;
    expect((cause as Error | undefined)?.message).toBe(why);
    expect(committed()).toEqual(['b']);
  });

  it('fails a unit alone whose transaction was ended by the database', async () => {
    const lost = queue.run(async () => {
      watched.connection.prepare('ROLLBACK').run();
      await pause();
    }, nothing);
    const [first, second] = await Promise.allSettled([lost, write('b')]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(committed()).toEqual(['b']);
  });

  it('fails a unit whose transaction cannot begin, and tries again with the next', async () => {
    watched.failAt = 'BEGIN';
    const outcomes = await Promise.allSettled([write('a'), write('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    watched.failAt = null;
    expect(await write('c')).toBe('c');
  });

  it('begins no further unit when the time of a batch is over', async () => {
    const late = () => {
      now += BATCH.milliseconds;
    };
    const first = write('a', late).then(committed);
    const second = write('b').then(committed);
    expect(await first).toEqual(['a']);
    expect(await second).toEqual(['a', 'b']);
    expect(watched.commits).toBe(2);
  });

  it('takes a bounded number of units into one commit', async () => {
    const units = Array.from({ length: BATCH.units + 1 }, (_, at) => write(String(at)));
    await Promise.all(units);
    expect(watched.commits).toBe(2);
  });
});
