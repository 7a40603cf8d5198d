import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { Lease } from '../application/ports/lane-leases.js';
import { BEGINNING, SenderTables, someId } from './sender-tables.js';

const DEVICE = someId(901);
const TTL = 20_000;

/** Every storage of lanes must behave like this. */
export function describeLaneLeases(name: string, open: () => Promise<TestDatabase>): void {
  describe(`LaneLeases on ${name}`, () => {
    let opened: TestDatabase;
    let tables: SenderTables;

    beforeEach(async () => {
      opened = await open();
      tables = new SenderTables(opened.database);
    });
    afterEach(() => opened.close());

    const take = (holder: string, now = BEGINNING): Promise<Lease | null> =>
      opened.database.run(() => tables.leases.take(DEVICE, holder, now, now + TTL));
    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);

    it('gives a lane to one of many who want it at the same moment', async () => {
      const takers = Array.from({ length: 10 }, (_, at) => take(`proses-${at}`));
      const leases = (await Promise.all(takers)).filter((lease) => lease !== null);
      expect(leases).toHaveLength(1);
      expect(leases[0]).toMatchObject({ deviceId: DEVICE, epoch: 1, nextHandoverAt: 0 });
    });

    it('gives it to another only when it has expired, under a higher epoch', async () => {
      expect(await take('lama')).toMatchObject({ epoch: 1 });
      expect(await take('baru', BEGINNING + TTL - 1)).toBeNull();
      expect(await take('baru', BEGINNING + TTL)).toMatchObject({ epoch: 2 });
    });

    it('gives it to its own holder again, under a higher epoch', async () => {
      await take('sama');
      expect(await take('sama')).toMatchObject({ epoch: 2 });
    });

    it('is kept and given back by its holder alone', async () => {
      const old = await take('lama');
      const current = await take('baru', BEGINNING + TTL);
      if (!old || !current) throw new Error('not taken');
      expect(await run(() => tables.leases.renew(old, BEGINNING + 3 * TTL))).toBe(false);
      await run(() => tables.leases.release(old));
      expect(await take('ketiga', BEGINNING + TTL)).toBeNull();
      expect(await run(() => tables.leases.renew(current, BEGINNING + 3 * TTL))).toBe(true);
      expect(await take('ketiga', BEGINNING + 2 * TTL)).toBeNull();
      await run(() => tables.leases.release(current));
      expect(await take('ketiga', BEGINNING + TTL)).toMatchObject({ epoch: 3 });
    });

    it('is seized from whoever had it, who cannot keep it then', async () => {
      const old = await take('lama');
      const seized = await run(() => tables.leases.seize(DEVICE, 'baru', BEGINNING + TTL));
      expect(seized).toMatchObject({ deviceId: DEVICE, holder: 'baru', epoch: 2 });
      expect(old && (await run(() => tables.leases.renew(old, BEGINNING + TTL)))).toBe(false);
      expect(await take('lama')).toBeNull();
      expect(await run(() => tables.leases.seize(someId(902), 'baru', BEGINNING))).toMatchObject({
        epoch: 1,
      });
    });

    it('is free at once after all were freed', async () => {
      await take('mati');
      await run(() => tables.leases.releaseAll());
      expect(await take('baru')).toMatchObject({ epoch: 2 });
    });

    it('gives a place in the pace to one of many at the same moment', async () => {
      const place = () =>
        run(() => tables.leases.takePlace(DEVICE, BEGINNING, BEGINNING + 8_000, 20_000));
      const places = await Promise.all([place(), place(), place(), place()]);
      expect(places.filter(Boolean)).toHaveLength(1);
      const next = await run(() => tables.leases.nextHandovers([DEVICE, someId(902)]));
      expect([...next]).toEqual([[DEVICE, BEGINNING + 8_000]]);
      expect(await take('jalur')).toMatchObject({ nextHandoverAt: BEGINNING + 8_000 });
    });

    it('takes no notice of a moment that a clock set back has left in the far future', async () => {
      await run(() => tables.leases.takePlace(DEVICE, BEGINNING, BEGINNING + 3_600_000, 20_000));
      expect(
        await run(() => tables.leases.takePlace(DEVICE, BEGINNING, BEGINNING + 8_000, 20_000)),
      ).toBe(true);
    });

    it('knows no moments when asked for no device', async () => {
      expect((await run(() => tables.leases.nextHandovers([]))).size).toBe(0);
    });
  });
}
