import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BroadcastFilter } from '#contracts/broadcast.contract.js';
import type { RunView } from '#contracts/broadcast.contract.js';
import type { Database } from '../../../platform/database/database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { RunRow } from '../../sender/infrastructure/persistence/run.row.js';
import { confirmBroadcast, changeBroadcast } from '../domain/broadcast.js';
import type { Broadcast } from '../domain/broadcast.js';
import { BroadcastRow } from '../infrastructure/persistence/broadcast.row.js';
import { TypeormBroadcastRepository } from '../infrastructure/persistence/typeorm-broadcast-repository.js';
import { SOME_CONFIRMATION, someBroadcast, someId } from './some-broadcast.js';

/** Tables that the repository reads. */
export const BROADCAST_ROWS = [BroadcastRow, RunRow];

const SOME_EDITOR = { id: someId(905), name: 'Bu "Tuti" 😀' };
const DEED = { byId: someId(903), by: 'Bu Sari', at: 1_763_000_120_000 };
/** Somebody who may use every device, and whose own drafts are those of `SOME_EDITOR`. */
const ALL = { id: SOME_EDITOR.id, devices: 'all' } as const;
const filter = (given: object = {}) => BroadcastFilter.parse(given);

/** Every storage of broadcasts must behave like this. */
export function describeBroadcastRepository(name: string, open: () => Promise<TestDatabase>): void {
  describe(`BroadcastRepository on ${name}`, () => {
    let database: Database;
    let broadcasts: TypeormBroadcastRepository;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ database, close } = await open());
      broadcasts = new TypeormBroadcastRepository(database);
    });

    afterEach(() => close());

    const add = async (broadcast: Broadcast, run?: RunView['state']) => {
      await database.run(async () => {
        await broadcasts.add(broadcast);
        if (run) await addRun(database, broadcast, run);
      });
      return broadcast;
    };
    /** The n-th broadcast, each with a list of its own. */
    const nth = (number: number, given: Partial<Broadcast> = {}) =>
      someBroadcast({ id: someId(number), recipientImportId: someId(1000 + number), ...given });
    const find = (id = someId(1)) => database.run(() => broadcasts.find(id, 'all'));
    const idsOf = async (given: object = {}) => {
      const page = await database.run(() => broadcasts.page(filter(given), ALL));
      return page.items.map(({ id }) => Number(id.slice(-3)));
    };

    it('gives a broadcast back as it was added', async () => {
      const draft = await add(nth(1));
      const confirmed = await add(
        nth(2, {
          confirmation: SOME_CONFIRMATION,
          unconfirmed: { by: 'Pak Joko', at: 5 },
          editors: { message: SOME_EDITOR },
        }),
      );
      expect(await find()).toEqual(draft);
      expect(await database.run(() => broadcasts.hold(someId(2), 'all'))).toEqual(confirmed);
      expect(await find(someId(3))).toBeNull();
      expect(await database.run(() => broadcasts.hold(someId(3), 'all'))).toBeNull();
      expect(await database.run(() => broadcasts.findMany([someId(1), someId(2)]))).toEqual([
        confirmed,
        draft,
      ]);
    });

    it('gives a list to one broadcast alone', async () => {
      await add(nth(1));
      await expect(add(nth(2, { recipientImportId: someId(1001) }))).rejects.toThrow();
    });

    it('lets one of two edits of the same revision win', async () => {
      const before = await add(nth(1));
      const edits = ['satu', 'dua'].map((text) =>
        changeBroadcast({ ...before, text }, ['message'], DEED),
      );
      const won = await Promise.all(
        edits.map((after) => database.run(() => broadcasts.replace(before, after))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await find()).toEqual(edits[won.indexOf(true)]);
    });

    it('lets one of two confirmations win, and none after an edit', async () => {
      const before = await add(nth(1));
      const confirm = (by: string) =>
        database.run(() =>
          broadcasts.replace(before, confirmBroadcast(before, { ...SOME_CONFIRMATION, by })),
        );
      expect((await Promise.all([confirm('a'), confirm('b')])).filter(Boolean)).toHaveLength(1);
      const confirmed = (await find()) as Broadcast;
      const edited = changeBroadcast(confirmed, ['recipients'], DEED);
      expect(await database.run(() => broadcasts.replace(confirmed, edited))).toBe(true);
      expect(await confirm('c')).toBe(false);
      expect(await find()).toEqual(edited);
    });

    it('finds the drafts that wait for somebody else than who made them', async () => {
      await add(nth(1));
      await add(nth(2, { created: { byId: SOME_EDITOR.id, by: SOME_EDITOR.name, at: 1 } }));
      await add(nth(3, { editors: { recipients: SOME_EDITOR } }));
      await add(nth(4, { editors: { recipients: { id: someId(906), name: 'x' } } }));
      await add(nth(5, { editors: null }));
      await add(nth(6, { confirmation: SOME_CONFIRMATION }));
      await add(nth(7, { confirmation: SOME_CONFIRMATION }), 'sending');
      expect(await idsOf({ awaiting: 'me' })).toEqual([4, 1]);
      expect(await idsOf({ awaiting: 'me', status: 'confirmed' })).toEqual([]);
    });

    it('removes a broadcast once', async () => {
      await add(nth(1));
      const remove = () => database.run(() => broadcasts.remove(someId(1)));
      expect([await remove(), await remove()]).toEqual([true, false]);
      expect(await find()).toBeNull();
    });

    it('pages newest first, without a gap or a repetition', async () => {
      for (const number of [3, 1, 5, 2, 4]) await add(nth(number));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await database.run(() => broadcasts.page(filter({ limit: 2, cursor }), ALL));
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual([5, 4, 3, 2, 1].map(someId));
    });

    describe('with broadcasts of every status', () => {
      beforeEach(async () => {
        await add(nth(1, { title: 'Kontrol 100%', deviceId: someId(12) }));
        await add(nth(2, { title: '', text: 'Libur LEBARAN' }));
        await add(nth(3, { confirmation: SOME_CONFIRMATION }));
        await add(nth(4, { confirmation: SOME_CONFIRMATION }), 'sending');
        await add(nth(5, { confirmation: SOME_CONFIRMATION, deviceId: someId(12) }), 'paused');
        await add(nth(6, { confirmation: SOME_CONFIRMATION }), 'finished');
        await add(nth(7, { confirmation: SOME_CONFIRMATION }), 'cancelled');
      });

      it.each([
        [{ status: 'draft' }, [2, 1]],
        [{ status: 'confirmed' }, [3]],
        [{ status: 'sending' }, [4]],
        [{ status: 'paused' }, [5]],
        [{ status: 'finished' }, [6]],
        [{ status: 'cancelled' }, [7]],
        [{ deviceId: someId(12) }, [5, 1]],
        [{ deviceId: someId(12), status: 'paused' }, [5]],
        [{ search: 'lebaran' }, [2]],
        [{ search: '0%' }, [1]],
        [{ search: 'tidak ada' }, []],
        [{ search: 'kontrol', status: 'draft' }, [1]],
      ])('filters by %j', async (given, found) => {
        expect(await idsOf(given)).toEqual(found);
      });

      it('counts them', async () => {
        expect(await database.run(() => broadcasts.summary('all'))).toEqual({
          sending: 1,
          paused: 1,
          confirmed: 1,
          drafts: 2,
          total: 7,
        });
      });
    });

    it('counts nothing where there is nothing', async () => {
      expect(await database.run(() => broadcasts.summary('all'))).toEqual({
        sending: 0,
        paused: 0,
        confirmed: 0,
        drafts: 0,
        total: 0,
      });
    });
  });
}

async function addRun(database: Database, broadcast: Broadcast, state: RunView['state']) {
  const { id: broadcastId, recipientImportId: importId, deviceId, text } = broadcast;
  await database.manager.insert(RunRow, {
    broadcastId,
    importId,
    deviceId,
    text,
    attachmentId: null,
    attachmentSha256: null,
    state,
    pauseReason: null,
    idempotencyKey: 'key',
    startedById: someId(901),
    startedBy: 'Ibu Rina',
    startedAt: 1,
    finishedAt: null,
    total: 1,
  });
}
