import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecipientImport } from '../domain/recipient-import.js';
import { listId, someList, someRecipient } from './recipient-storage.js';
import type { OpenStorage } from './recipient-storage.js';

/** Every storage of lists must behave like this. */
export function describeRecipientImports(name: string, open: () => Promise<OpenStorage>): void {
  describe(`RecipientImports on ${name}`, () => {
    let storage: OpenStorage;
    const add = (list: RecipientImport) => storage.unit.run(() => storage.imports.add(list));
    const find = (id = listId(1)) => storage.unit.run(() => storage.imports.find(id));

    beforeEach(async () => {
      storage = await open();
    });

    afterEach(() => storage.close());

    it('gives a list back as it was added', async () => {
      const preview = {
        format: 'xlsx' as const,
        sheetName: 'Lembar "1"',
        headerRow: 1,
        columns: [{ index: 0, header: 'Nama', samples: ['Sari'] }],
        suggestion: { phone: null, name: 0 },
        firstRows: [['Nama'], ['Sari']],
      };
      const failure = { code: 'damaged', params: { limit: 3, found: null } };
      const list = someList({ preview, failure, variableNames: ['poli', 'jadwal'] });
      await add(list);
      expect(await find()).toEqual(list);
      expect(await find(listId(2))).toBeNull();
      expect(await storage.unit.run(() => storage.imports.findMany([]))).toEqual([]);
    });

    it('moves a list once, and only out of the state it is in', async () => {
      await add(someList({ state: 'inspecting' }));
      const move = () =>
        storage.unit.run(() =>
          storage.imports.move(listId(1), 'inspecting', 'failed', {
            storedName: null,
            failure: { code: 'macros', params: {} },
          }),
        );
      expect(await Promise.all([move(), move()])).toEqual(expect.arrayContaining([true, false]));
      expect(await find()).toMatchObject({
        state: 'failed',
        storedName: null,
        failure: { code: 'macros', params: {} },
        fileName: 'pasien 😀.xlsx',
      });
    });

    it('counts what was read while the list is being read, not after', async () => {
      await add(someList());
      const read = { rows: 10, accepted: 7, rejected: 2, duplicates: 1, optedOut: 3 };
      const count = () => storage.unit.run(() => storage.imports.count(listId(1), read));
      expect([await count(), await count()]).toEqual([true, true]);
      expect(await find()).toMatchObject({
        counts: { rows: 20, accepted: 14, rejected: 4, duplicates: 2, optedOut: 6 },
        recipientCount: 14,
      });
      await storage.unit.run(() => storage.imports.move(listId(1), 'reading', 'ready'));
      expect(await count()).toBe(false);
      expect(await find()).toMatchObject({ recipientCount: 14 });
    });

    it('gives a ready list to one broadcast alone', async () => {
      await add(someList({ state: 'ready' }));
      const take = (broadcast: number) =>
        storage.unit.run(() => storage.imports.take(listId(1), listId(broadcast)));
      const taken = await Promise.all([take(50), take(51), take(52)]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await find()).toMatchObject({ broadcastId: listId(50 + taken.indexOf(true)) });
    });

    it('gives no list away that is not ready or was given up', async () => {
      await add(someList({ state: 'reading' }));
      await add(someList({ id: listId(2), state: 'ready' }));
      await storage.unit.run(() => storage.imports.discard(listId(2), 5));
      const take = (id: string) => storage.unit.run(() => storage.imports.take(id, listId(50)));
      expect([await take(listId(1)), await take(listId(2))]).toEqual([false, false]);
    });

    it('forgets a list that was given up', async () => {
      await add(someList());
      const discard = () => storage.unit.run(() => storage.imports.discard(listId(1), 5));
      expect([await discard(), await discard()]).toEqual([true, false]);
      expect(await find()).toBeNull();
      const read = { rows: 1, accepted: 1, rejected: 0, duplicates: 0, optedOut: 0 };
      expect(await storage.unit.run(() => storage.imports.count(listId(1), read))).toBe(false);
      const move = storage.unit.run(() => storage.imports.move(listId(1), 'reading', 'ready'));
      expect(await move).toBe(false);
    });
  });

  describe(`ImportRemains on ${name}`, () => {
    let storage: OpenStorage;

    beforeEach(async () => {
      storage = await open();
    });

    afterEach(() => storage.close());

    it('knows unfinished lists and the files that are still needed', async () => {
      const { unit, imports, remains } = storage;
      await unit.run(async () => {
        await imports.add(someList({ id: listId(1), state: 'inspecting', storedName: 'a' }));
        await imports.add(someList({ id: listId(2), state: 'choosing-columns', storedName: 'b' }));
        await imports.add(someList({ id: listId(3), state: 'reading', storedName: null }));
        await imports.add(someList({ id: listId(4), state: 'ready', storedName: null }));
        await imports.add(someList({ id: listId(5), state: 'reading', storedName: 'c' }));
        await imports.discard(listId(5), 5);
      });
      expect(await unit.run(() => remains.unfinished())).toEqual([listId(1), listId(3)]);
      expect((await unit.run(() => remains.storedNames())).sort()).toEqual(['a', 'b']);
    });

    it('gives up old lists that no broadcast took', async () => {
      const { unit, imports, remains } = storage;
      await unit.run(async () => {
        await imports.add(someList({ id: listId(1), createdAt: 99 }));
        await imports.add(someList({ id: listId(2), createdAt: 100 }));
        await imports.add(someList({ id: listId(3), createdAt: 99, broadcastId: listId(50) }));
        await remains.discardUnattached(100, 200);
      });
      expect(await unit.run(() => remains.discarded())).toEqual([listId(1)]);
    });

    it('deletes rows piece by piece and then the list, and nothing of another', async () => {
      const { unit, imports, recipients, issues, remains } = storage;
      const issue = { rowNumber: 9, value: 'x', name: null, reason: 'not-a-phone', params: {} };
      await unit.run(async () => {
        for (const id of [listId(1), listId(2)]) {
          await imports.add(someList({ id }));
          await recipients.add(id, [someRecipient(1), someRecipient(2), someRecipient(3)]);
          await issues.add(id, [
            { ...issue, kind: 'rejected' },
            { ...issue, kind: 'duplicate' },
          ]);
        }
      });
      const removed = async () => unit.run(() => remains.deleteRows(listId(1), 2));
      expect([await removed(), await removed(), await removed(), await removed()]).toEqual([
        2, 2, 1, 0,
      ]);
      await unit.run(() => remains.deleteList(listId(1)));
      expect(await unit.run(() => imports.find(listId(1)))).not.toBeNull();
      await unit.run(() => imports.discard(listId(1), 5));
      await unit.run(() => remains.deleteList(listId(1)));
      expect(await unit.run(() => remains.discarded())).toEqual([]);
      expect(await unit.run(() => recipients.after(listId(2), 0, 10))).toHaveLength(3);
      expect(await unit.run(() => issues.after(listId(2), 'rejected', 0, 10))).toHaveLength(1);
    });
  });
}
