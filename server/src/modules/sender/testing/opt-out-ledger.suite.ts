import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { Claim } from '../application/ports/ledger.js';
import { auditLedger } from './ledger-audit.js';
import { BEGINNING, SenderTables, someClaim, someId, someRun } from './sender-tables.js';

const { broadcastId, importId, deviceId } = someRun();
const LATER = BEGINNING + 61_000;

/** Every ledger must treat those who opted out like this. */
export function describeOptOutLedger(name: string, open: () => Promise<TestDatabase>): void {
  describe(`Opting out in the ledger on ${name}`, () => {
    let opened: TestDatabase;
    let tables: SenderTables;
    let first: number;

    beforeEach(async () => {
      opened = await open();
      tables = new SenderTables(opened.database);
      [first = 0] = await tables.addRun();
    });
    afterEach(async () => {
      expect(await auditLedger(opened.database)).toEqual([]);
      await opened.close();
    });

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);
    const claim = (made: Claim) => run(() => tables.ledger.claim(made));
    const counts = async () => (await run(() => tables.runs.latest(broadcastId)))?.counts;

    it('refuses a claim on whoever opted out, and takes nothing from anybody', async () => {
      const lease = await tables.takeLane();
      await run(() => tables.listNumber('sidik-1'));
      await run(() => tables.listNumber('sidik-2', LATER));
      await expect(
        claim(someClaim(lease, first, { fingerprint: 'sidik-1' })),
      ).rejects.toMatchObject({ why: 'opted-out' });
      expect(await counts()).toMatchObject({ pending: 3, sending: 0 });
      // Another number, and one that was taken off the list again.
      await claim(someClaim(lease, first, { fingerprint: 'sidik-2' }));
      await claim(someClaim(lease, first + 1, { fingerprint: 'sidik-3' }));
      expect(await tables.states()).toEqual(['sending', 'sending', 'pending']);
    });

    it('counts who was skipped when the list was read as untouched', async () => {
      await run(() =>
        opened.database.manager.query(
          "UPDATE recipients SET state = 'skipped', reason = 'opted-out' WHERE id = ?",
          [first],
        ),
      );
      await run(() =>
        opened.database.manager.query('UPDATE runs SET n_pending = 2, n_skipped = 1'),
      );
      const list = { recipients: 3, skipped: 1 };
      expect(await run(() => tables.ledger.untouched(importId))).toEqual(list);
    });

    it('tells a recipient by number or by address, and knows no stranger', async () => {
      const lease = await tables.takeLane();
      await claim(someClaim(lease, first, { address: '77@lid' }));
      const reached = (phone: string | null, address: string | null) =>
        run(() => tables.numbers.reached({ phone, address }));
      expect(await reached('+6281200000001', null)).toEqual(['+6281200000001']);
      expect(await reached(null, '77@lid')).toEqual(['+6281200000001']);
      expect(await reached('+6281299999999', '77@lid')).toEqual(['+6281200000001']);
      // In the list, but nothing was handed over to them; a stranger; nobody at all.
      expect(await reached('+6281200000002', null)).toEqual([]);
      expect(await reached('+6281299999999', '88@lid')).toEqual([]);
      expect(await reached(null, null)).toEqual([]);
    });

    it('finds who waits with a number, where it may still be sent to', async () => {
      const other = { broadcastId: someId(2), importId: someId(102), idempotencyKey: 'lain' };
      const [twin = 0] = await tables.addRun({ ...other, deviceId: someId(902) });
      const waiting = () => run(() => tables.numbers.waiting('+6281200000001'));
      expect(await waiting()).toEqual([
        { recipientId: first, deviceId },
        { recipientId: twin, deviceId: someId(902) },
      ]);
      await claim(someClaim(await tables.takeLane(), first));
      const cancel = { from: 'sending', to: 'cancelled', pauseReason: null } as const;
      await run(() => tables.runs.change(someId(2), { ...cancel, finishedAt: LATER }));
      expect(await waiting()).toEqual([]);
    });

    it('lets a claim and an opt-out of the same moment happen one after the other', async () => {
      const lease = await tables.takeLane();
      const waiting = await run(() => tables.ledger.waiting(importId, 3));
      const outcomes = await Promise.all(
        waiting.map(async ({ id }) => {
          const fingerprint = `sidik-${id}`;
          const listing = run(() => tables.listNumber(fingerprint));
          const claiming = claim(someClaim(lease, id, { fingerprint })).then(
            () => 'sending',
            () => 'pending',
          );
          await listing;
          return claiming;
        }),
      );
      expect(await tables.states()).toEqual(outcomes);
    });
  });
}
