import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { StateChange } from '../application/ports/run-repository.js';
import { allPending } from '../domain/counters.js';
import { auditLedger } from './ledger-audit.js';
import { BEGINNING, SenderTables, someClaim, someId, someRun } from './sender-tables.js';

const PAUSE: StateChange = {
  from: 'sending',
  to: 'paused',
  pauseReason: 'device-removed',
  finishedAt: null,
};

/** Every storage of runs must behave like this. */
export function describeRunRepository(name: string, open: () => Promise<TestDatabase>): void {
  describe(`RunRepository on ${name}`, () => {
    let opened: TestDatabase;
    let tables: SenderTables;

    beforeEach(async () => {
      opened = await open();
      tables = new SenderTables(opened.database);
    });
    afterEach(() => opened.close());

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);

    it('gives a run back as it was added, with everybody waiting', async () => {
      const { startedById: _, skipped: __, ...added } = someRun();
      await run(() => tables.runs.add(someRun()));
      const found = {
        ...added,
        state: 'sending',
        pauseReason: null,
        finishedAt: null,
        counts: allPending(3),
      };
      expect(await run(() => tables.runs.find([added.broadcastId, someId(2)], 'all'))).toEqual([
        found,
      ]);
      expect(await run(() => tables.runs.latest(added.broadcastId))).toEqual(found);
      expect(await run(() => tables.runs.hold(added.broadcastId, 'all'))).toEqual(found);
      expect(await run(() => tables.runs.hold(someId(2), 'all'))).toBeNull();
    });

    it('begins with whoever is skipped already', async () => {
      await run(() => tables.runs.add(someRun({ total: 3, skipped: 1 })));
      const found = await run(() => tables.runs.latest(someRun().broadcastId));
      expect(found).toMatchObject({ total: 3, counts: { ...allPending(2), skipped: 1 } });
    });

    it('lets one of 50 starts at the same moment be the first, and shows it to the others', async () => {
      const starts = Array.from({ length: 50 }, (_, at) =>
        run(async () => {
          // Reading first is what a use case does: on MariaDB it fixes what plain reads may see.
          await tables.runs.find([someRun().broadcastId], 'all');
          const added = await tables.runs.add(someRun({ startedBy: `Orang ${at}` }));
          return { added, seen: (await tables.runs.latest(someRun().broadcastId))?.startedBy };
        }),
      );
      const results = await Promise.all(starts);
      expect(results.filter(({ added }) => added)).toHaveLength(1);
      expect(new Set(results.map(({ seen }) => seen)).size).toBe(1);
    });

    it('changes a state only from the one that was expected', async () => {
      const { broadcastId } = someRun();
      await run(() => tables.runs.add(someRun()));
      expect(await run(() => tables.runs.change(broadcastId, PAUSE))).toBe(true);
      expect(await run(() => tables.runs.change(broadcastId, PAUSE))).toBe(false);
      expect(await run(() => tables.runs.change(someId(2), PAUSE))).toBe(false);
      expect(await run(() => tables.runs.latest(broadcastId))).toMatchObject({
        state: 'paused',
        pauseReason: 'device-removed',
      });
      const resume = {
        from: 'paused',
        to: 'sending',
        pauseReason: null,
        finishedAt: null,
      } as const;
      expect(await run(() => tables.runs.change(broadcastId, resume))).toBe(true);
      expect(await run(() => tables.runs.latest(broadcastId))).toMatchObject({ pauseReason: null });
    });

    it('finishes a run only when nobody waits and nobody is in flight', async () => {
      const { broadcastId } = someRun();
      const [id = 0] = await tables.addRun({ total: 1 });
      const lease = await tables.takeLane();
      const finish = () => run(() => tables.runs.finishIfDone(broadcastId, BEGINNING));
      expect(await finish()).toBe(false);
      const claim = someClaim(lease, id);
      await run(() => tables.ledger.claim(claim));
      expect(await finish()).toBe(false);
      await run(() => tables.land(claim, 'sent', null, BEGINNING));
      expect(await finish()).toBe(true);
      expect(await finish()).toBe(false);
      expect(await run(() => tables.runs.latest(broadcastId))).toMatchObject({
        state: 'finished',
        finishedAt: BEGINNING,
      });
      expect(await auditLedger(opened.database)).toEqual([]);
    });

    it('serves the runs of a device in the order in which they were started', async () => {
      const { deviceId } = someRun();
      const add = (serial: number, given: object) =>
        tables.addRun({ broadcastId: someId(serial), importId: someId(100 + serial), ...given });
      await add(1, { startedAt: BEGINNING + 2 });
      await add(2, { startedAt: BEGINNING + 1 });
      await add(3, { startedAt: BEGINNING, deviceId: someId(902) });
      const active = async () =>
        (await run(() => tables.runs.activeOf(deviceId))).map(({ broadcastId }) => broadcastId);
      expect(await active()).toEqual([someId(2), someId(1)]);
      await run(() => tables.runs.change(someId(2), { ...PAUSE, pauseReason: null }));
      expect(await active()).toEqual([someId(2), someId(1)]);
      expect(await run(() => tables.runs.queuesOf([deviceId, someId(902)]))).toEqual([
        { broadcastId: someId(3), deviceId: someId(902), remaining: 3 },
        { broadcastId: someId(1), deviceId, remaining: 3 },
      ]);
      expect((await run(() => tables.runs.devicesWithWork())).sort()).toEqual([
        deviceId,
        someId(902),
      ]);
    });

    it('names a device whose recipient is in flight, whatever the state of its run', async () => {
      const { broadcastId, deviceId } = someRun();
      const [id = 0] = await tables.addRun();
      const lease = await tables.takeLane();
      await run(() => tables.ledger.claim(someClaim(lease, id)));
      await run(() => tables.runs.change(broadcastId, { ...PAUSE, to: 'cancelled' }));
      expect(await run(() => tables.runs.devicesWithWork())).toEqual([deviceId]);
      expect(await run(() => tables.runs.halfCancelled())).toEqual([broadcastId]);
    });

    it('sums up what all devices have to do', async () => {
      const now = BEGINNING + 1_000;
      const workload = () => run(() => tables.runs.workload(now));
      expect(await workload()).toEqual({
        runs: { sending: 0, paused: 0 },
        waiting: { sending: 0, paused: 0 },
        inFlight: 0,
        due: 0,
      });
      const [id = 0] = await tables.addRun();
      const add = (serial: number, deviceId: string) =>
        tables.addRun({ broadcastId: someId(serial), importId: someId(100 + serial), deviceId });
      await add(2, someId(902));
      await add(3, someId(903));
      await run(() => tables.runs.change(someId(3), PAUSE));
      // The device of the first is not due: its next moment is still to come.
      const lease = await tables.takeLane();
      await run(() => tables.ledger.claim(someClaim(lease, id, { nextHandoverAt: now + 1 })));
      expect(await workload()).toEqual({
        runs: { sending: 2, paused: 1 },
        waiting: { sending: 5, paused: 3 },
        inFlight: 1,
        due: 1,
      });
    });

    it('forgets a run', async () => {
      const { broadcastId } = someRun();
      await run(() => tables.runs.add(someRun()));
      await run(() => tables.runs.remove(broadcastId));
      expect(await run(() => tables.runs.latest(broadcastId))).toBeNull();
    });
  });
}
