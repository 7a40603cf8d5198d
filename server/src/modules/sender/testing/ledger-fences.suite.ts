import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { Claim } from '../application/ports/ledger.js';
import { auditLedger } from './ledger-audit.js';
import { BEGINNING, SenderTables, someClaim, someRun } from './sender-tables.js';

const { deviceId } = someRun();

/** Every ledger must keep out whoever was shut out of a lane or a device and has not noticed it. */
export function describeLedgerFences(name: string, open: () => Promise<TestDatabase>): void {
  describe(`Fences of the ledger on ${name}`, () => {
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

    it('refuses a claim of an older epoch: the lane was taken over meanwhile', async () => {
      const old = await tables.takeLane('lama');
      await run(() =>
        tables.leases.take(deviceId, 'baru', BEGINNING + 120_000, BEGINNING + 240_000),
      );
      await expect(claim(someClaim(old, first))).rejects.toMatchObject({
        why: 'lease-lost-or-too-early',
      });
    });

    it('refuses a claim once another worker holds the device, before it takes the lane', async () => {
      const lease = await tables.takeLane();
      const ours = someClaim(lease, first, { worker: 'lama' });
      await tables.holdDevice(deviceId, 'baru');
      await expect(claim(ours)).rejects.toMatchObject({ why: 'lease-lost-or-too-early' });
      await tables.holdDevice(deviceId, 'lama');
      await claim(ours);
    });
  });
}
