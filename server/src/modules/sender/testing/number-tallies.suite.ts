import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { NEW_TALLY } from '../domain/tally.js';
import { TypeOrmNumberTallies } from '../infrastructure/persistence/typeorm-number-tallies.js';
import { BEGINNING } from './sender-tables.js';

const PHONE = '+6281200000900';
const OTHER = '+6281200000901';

/** Every storage of tallies must behave like this. */
export function describeNumberTallies(name: string, open: () => Promise<TestDatabase>): void {
  describe(`NumberTallies on ${name}`, () => {
    let opened: TestDatabase;
    let tallies: TypeOrmNumberTallies;

    beforeEach(async () => {
      opened = await open();
      tallies = new TypeOrmNumberTallies(opened.database);
    });
    afterEach(() => opened.close());

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);

    it('begins with a number that has never sent', async () => {
      expect(await run(() => tallies.hold(PHONE))).toEqual(NEW_TALLY);
      expect((await run(() => tallies.find([OTHER]))).size).toBe(0);
      expect((await run(() => tallies.find([]))).size).toBe(0);
    });

    it('keeps everything, also when nothing of it changes', async () => {
      const tally = {
        day: 20_782,
        sent: 7,
        warmed: 2,
        sincePause: 49,
        lastAt: BEGINNING,
        restUntil: BEGINNING + 300_000,
        recent: '1101',
      };
      const save = () =>
        run(async () => {
          await tallies.hold(PHONE);
          await tallies.save(PHONE, tally);
        });
      await save();
      await save();
      expect(await run(() => tallies.hold(PHONE))).toEqual(tally);
      expect([...(await run(() => tallies.find([PHONE, OTHER])))]).toEqual([[PHONE, tally]]);
    });

    it('loses none of many counts at the same moment, from the very first', async () => {
      const count = () =>
        run(async () => {
          const tally = await tallies.hold(PHONE);
          await tallies.save(PHONE, { ...tally, sent: tally.sent + 1 });
        });
      await Promise.all(Array.from({ length: 8 }, count));
      expect((await run(() => tallies.hold(PHONE))).sent).toBe(8);
    });
  });
}
