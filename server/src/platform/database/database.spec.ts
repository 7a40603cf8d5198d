import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqlite } from './testing/test-database.js';
import type { TestDatabase } from './testing/test-database.js';

class Happened {
  constructor(readonly what: string) {}
}

const INSERT = 'INSERT INTO lanes (device_id, epoch, next_handover_at) VALUES (?, 1, 0)';

describe('Database', () => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await openSqlite([]);
  });
  afterEach(() => opened.close());

  const insert = (id: string) => opened.database.manager.query(INSERT, [id]);
  const count = () =>
    opened.database.run(async () => {
      const [row] = await opened.database.manager.query<{ n: number }[]>(
        'SELECT COUNT(*) AS n FROM lanes',
      );
      return row?.n;
    });

  it('commits a unit as a whole and rolls it back as a whole', async () => {
    await opened.database.run(() => insert('a'));
    const failed = opened.database.run(async () => {
      await insert('b');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await count()).toBe(1);
  });

  it('keeps concurrent units apart, so that a rollback takes nothing of another along', async () => {
    const failing = opened.database.run(async () => {
      await insert('lost');
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('rollback');
    });
    const winning = opened.database.run(() => insert('kept'));
    await Promise.allSettled([failing, winning]);
    expect(await count()).toBe(1);
  });

  it('joins the unit around it', async () => {
    const failed = opened.database.run(async () => {
      await opened.database.run(() => insert('inner'));
      throw new Error('outer');
    });
    await expect(failed).rejects.toThrow('outer');
    expect(await count()).toBe(0);
  });

  it('refuses a statement outside a unit', () => {
    expect(() => opened.database.manager).toThrow('No unit of work');
  });

  it('delivers events after the commit, and none after a rollback', async () => {
    const heard: string[] = [];
    opened.events.subscribe(Happened, (event) => {
      heard.push(event.what);
    });
    await opened.database.run(async () => {
      await insert('a');
      opened.events.publish(new Happened('committed'));
      expect(heard).toEqual([]);
    });
    const failed = opened.database.run(() => {
      opened.events.publish(new Happened('rolled back'));
      return Promise.reject(new Error('no'));
    });
    await expect(failed).rejects.toThrow('no');
    expect(heard).toEqual(['committed']);
  });

  it('lets a subscriber open a unit of its own', async () => {
    let inside: Promise<unknown> = Promise.resolve();
    opened.events.subscribe(Happened, () => {
      inside = opened.database.run(() => insert('by subscriber'));
      return inside.then(() => undefined);
    });
    await opened.database.run(() => {
      opened.events.publish(new Happened('x'));
      return Promise.resolve();
    });
    await inside;
    expect(await count()).toBe(1);
  });

  it('takes what goes on after a unit for no part of it', async () => {
    let later: Promise<void> = Promise.resolve();
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    await opened.database.run(() => {
      later = gate.then(async () => {
        expect(() => opened.database.manager).toThrow('No unit of work');
        const failed = opened.database.run(async () => {
          await insert('by a unit of its own');
          throw new Error('no');
        });
        await expect(failed).rejects.toThrow('no');
      });
      return Promise.resolve();
    });
    goOn();
    await later;
    expect(await count()).toBe(0);
  });

  it('commits units that wait together, and tells of each after that', async () => {
    const heard: string[] = [];
    opened.events.subscribe(Happened, ({ what }) => {
      heard.push(what);
    });
    const units = ['a', 'b', 'a'].map((id) =>
      opened.database.run(async () => {
        opened.events.publish(new Happened(id));
        await insert(id);
        expect(heard).toEqual([]);
      }),
    );
    const outcomes = await Promise.allSettled(units);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(heard).toEqual(['a', 'b']);
    expect(await count()).toBe(2);
  });

  it('tells a compare-and-set that was too late from one that won', async () => {
    const { database } = opened;
    await database.run(() => insert('a'));
    const step = () =>
      database.run(() =>
        database.compareAndSet('UPDATE lanes SET epoch = 2 WHERE device_id = ? AND epoch = 1', [
          'a',
        ]),
      );
    expect(await step()).toBe(true);
    expect(await step()).toBe(false);
  });

  it('syncs every commit', async () => {
    const [row] =
      await opened.database.dataSource.query<{ synchronous: number }[]>('PRAGMA synchronous');
    expect(row?.synchronous).toBe(2);
  });
});
