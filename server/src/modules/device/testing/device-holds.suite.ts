import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { TypeOrmDeviceHolds } from '../infrastructure/persistence/typeorm-device-holds.js';
import { TypeOrmDeviceRepository } from '../infrastructure/persistence/typeorm-device-repository.js';
import { aDevice, deviceId } from './devices.js';

const LONG = 60_000;
/** A hold that is over when it begins: nobody has to wait for the database's clock. */
const OVER = 0;

/** Every storage of holds must behave like this. */
export function describeDeviceHolds(name: string, open: () => Promise<TestDatabase>): void {
  describe(`DeviceHolds on ${name}`, () => {
    let opened: TestDatabase;
    let holds: TypeOrmDeviceHolds;

    beforeEach(async () => {
      opened = await open();
      holds = new TypeOrmDeviceHolds(opened.database);
    });
    afterEach(() => opened.close());

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);
    const take = (device: number, worker: string, lasts = LONG) =>
      run(() => holds.take(deviceId(device), worker, lasts));

    it('gives a device to one of many who want it', async () => {
      const workers = ['a', 'b', 'c', 'd'];
      const got = await Promise.all(workers.map((worker) => take(1, worker)));
      expect(got.filter(Boolean)).toHaveLength(1);
      const winner = workers[got.indexOf(true)] ?? '';
      expect(await run(() => holds.holderOf(deviceId(1)))).toBe(winner);
      expect(await take(1, winner)).toBe(true);
    });

    it('gives it to another when its holder was not heard of in time, and the old one learns it', async () => {
      await take(1, 'lama', OVER);
      await take(2, 'lama');
      expect(await run(() => holds.holderOf(deviceId(1)))).toBeNull();
      expect(await take(1, 'baru')).toBe(true);
      expect(await take(2, 'baru')).toBe(false);
      expect(await run(() => holds.renew('lama', LONG))).toEqual([
        { deviceId: deviceId(2), isLinked: false },
      ]);
      expect(await take(1, 'lama')).toBe(false);
    });

    it('knows who was not heard of in time, and forgets who gave it back', async () => {
      const last = () => run(() => holds.lastHolderOf(deviceId(1)));
      expect(await last()).toBeNull();
      await take(1, 'lama', OVER);
      expect(await last()).toBe('lama');
      await run(() => holds.release(deviceId(1), 'lama'));
      expect(await last()).toBeNull();
    });

    it('keeps what a worker renews, and frees what it gives back', async () => {
      await take(1, 'a', OVER);
      await take(2, 'a', OVER);
      const kept = await run(() => holds.renew('a', LONG));
      expect(kept.map((held) => held.deviceId).sort()).toEqual([deviceId(1), deviceId(2)]);
      expect(await take(1, 'b')).toBe(false);
      await run(() => holds.release(deviceId(1), 'b'));
      expect(await take(1, 'b')).toBe(false);
      await run(() => holds.release(deviceId(1), 'a'));
      expect(await take(1, 'b')).toBe(true);
    });

    it('tells who holds which device now', async () => {
      await take(2, 'b');
      await take(1, 'a');
      await take(3, 'mati', OVER);
      expect(await run(() => holds.holders())).toEqual([
        { deviceId: deviceId(1), worker: 'a' },
        { deviceId: deviceId(2), worker: 'b' },
      ]);
    });

    it('forgets workers that were silent for long, with what they held, and nobody else', async () => {
      const known = () =>
        run(async () => {
          const { manager } = opened.database;
          const workers = await manager.query<{ name: string }[]>('SELECT name FROM workers');
          return workers.map(({ name }) => name).sort();
        });
      await run(() => holds.renew('hidup', LONG));
      await run(() => holds.renew('diam', -LONG));
      await run(() => holds.renew('mati', -3 * LONG));
      await take(1, 'mati', -3 * LONG);
      await take(2, 'hidup');
      await run(() => holds.forgetDead(2 * LONG));
      expect(await known()).toEqual(['diam', 'hidup']);
      expect(await run(() => holds.lastHolderOf(deviceId(1)))).toBeNull();
      expect(await run(() => holds.holderOf(deviceId(2)))).toBe('hidup');
    });

    it('counts the devices of the workers that live', async () => {
      await run(() => holds.renew('a', LONG));
      await run(() => holds.renew('b', LONG));
      await run(() => holds.renew('dead', OVER));
      await take(1, 'b');
      await take(2, 'dead', OVER);
      const before = await run(() => holds.workers());
      expect(before).toEqual([
        { worker: 'a', devices: 0 },
        { worker: 'b', devices: 1 },
      ]);
      await run(() => holds.leave('b'));
      expect(await run(() => holds.workers())).toEqual([{ worker: 'a', devices: 0 }]);
      expect(await take(1, 'a')).toBe(true);
    });

    it('gives devices to the workers in turn, also when all are asked for at the same moment', async () => {
      expect(await run(() => holds.assign(deviceId(1), LONG))).toBeNull();
      for (const worker of ['a', 'b', 'c']) await run(() => holds.renew(worker, LONG));
      const numbers = Array.from({ length: 9 }, (_, at) => at + 1);
      const given = await Promise.all(
        numbers.map((number) => run(() => holds.assign(deviceId(number), LONG))),
      );
      const loads = await run(() => holds.workers());
      expect(loads.map(({ devices }) => devices)).toEqual([3, 3, 3]);
      expect(await run(() => holds.assign(deviceId(1), LONG))).toBe(given[0]);
      await run(() => holds.leave(given[0] ?? ''));
      expect(await run(() => holds.assign(deviceId(1), LONG))).not.toBe(given[0]);
    });

    it('tells of what a worker holds whether it has a session', async () => {
      const devices = new TypeOrmDeviceRepository(opened.database);
      const linked = aDevice({ id: deviceId(1), state: 'ready', linkedAt: 1 });
      await run(() => devices.add(linked));
      await take(1, 'a');
      await take(2, 'a');
      const kept = await run(() => holds.renew('a', LONG));
      expect(new Map(kept.map((held) => [held.deviceId, held.isLinked]))).toEqual(
        new Map([
          [deviceId(1), true],
          [deviceId(2), false],
        ]),
      );
      expect(await run(() => holds.isLinked(deviceId(1)))).toBe(true);
      expect(await run(() => holds.isLinked(deviceId(2)))).toBe(false);
    });

    it('knows the linkings that nobody brings to an end any more', async () => {
      const devices = new TypeOrmDeviceRepository(opened.database);
      const add = (id: number, more: Parameters<typeof aDevice>[0]) =>
        run(() =>
          devices.add(aDevice({ id: deviceId(id), phone: `+6281200000${String(id)}`, ...more })),
        );
      await add(101, { state: 'linking', stateSince: 1 });
      await add(102, { state: 'linking', stateSince: 1 });
      await add(103, { state: 'waiting-for-scan', stateSince: Date.now() + LONG });
      await add(104, { state: 'unlinked', stateSince: 1 });
      await add(105, { state: 'ready', linkedAt: 1, stateSince: 1 });
      await take(102, 'a');
      expect(await run(() => holds.abandoned(LONG))).toEqual([deviceId(101)]);
    });

    it('knows which devices of a worker have no session', async () => {
      const devices = new TypeOrmDeviceRepository(opened.database);
      const add = (id: number, more: Parameters<typeof aDevice>[0]) =>
        run(() =>
          devices.add(aDevice({ id: deviceId(id), phone: `+6281200000${String(id)}`, ...more })),
        );
      await add(101, { state: 'ready', linkedAt: 1 });
      await add(102, { state: 'waiting-for-scan' });
      await add(103, { state: 'code-expired' });
      await add(104, { state: 'ready', linkedAt: 1, removedAt: 2 });
      for (const id of [101, 102, 103, 104]) await take(id, 'a');
      expect((await run(() => holds.idle('a'))).sort()).toEqual([deviceId(103), deviceId(104)]);
      expect(await run(() => holds.idle('b'))).toEqual([]);
    });

    it('lists the linked devices that nobody holds, those that wait longest first', async () => {
      const devices = new TypeOrmDeviceRepository(opened.database);
      const add = (id: number, more: Parameters<typeof aDevice>[0]) =>
        run(() =>
          devices.add(aDevice({ id: deviceId(id), phone: `+6281200000${String(id)}`, ...more })),
        );
      await add(101, { state: 'ready', linkedAt: 1, stateSince: 20 });
      await add(102, { state: 'reconnecting', linkedAt: 1, stateSince: 10 });
      await add(103, { state: 'ready', linkedAt: 1, stateSince: 5 });
      await add(104, { state: 'unlinked' });
      await add(105, { state: 'ready', linkedAt: 1, stateSince: 1, removedAt: 2 });
      await take(103, 'a');
      expect(await run(() => holds.unheld())).toEqual([deviceId(102), deviceId(101)]);
    });
  });
}
