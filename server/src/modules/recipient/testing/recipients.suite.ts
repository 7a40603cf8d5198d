import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecipientFilter } from '#contracts/recipient.contract.js';
import type { NewRecipient } from '../application/ports/recipients.js';
import { listId, someRecipient, someRow } from './recipient-storage.js';
import type { OpenStorage } from './recipient-storage.js';

const filter = (given: object = {}) => RecipientFilter.parse(given);

/** Every storage of recipients must behave like this. */
export function describeRecipients(name: string, open: () => Promise<OpenStorage>): void {
  describe(`Recipients on ${name}`, () => {
    let storage: OpenStorage;
    const add = (rows: NewRecipient[], id = listId(1)) =>
      storage.unit.run(() => storage.recipients.add(id, rows));
    const names = async (given: object) => {
      const page = await storage.unit.run(() => storage.recipients.page(listId(1), filter(given)));
      return page.items.map((item) => item.name);
    };

    beforeEach(async () => {
      storage = await open();
    });

    afterEach(() => storage.close());

    it('gives rows back as they were added, in their order', async () => {
      const rows = [
        someRecipient(2, {
          name: 'Ibu 😀 ꦱꦫꦶ',
          variables: { poli: '{nama} "x"', alamat: 'Jl. 1\nNo. 2' },
        }),
        someRecipient(1, { name: null, variables: {} }),
      ];
      await add(rows);
      await add([someRecipient(1)], listId(2));
      const found = await storage.unit.run(() => storage.recipients.after(listId(1), 0, 10));
      expect(found.map(({ id: _, ...content }) => content)).toEqual(
        rows.map(({ optedOutAt: _, ...row }) => ({ ...row, optedOut: false })),
      );
      expect(found[0]?.id).toBeLessThan(found[1]?.id ?? 0);
    });

    it('takes more rows at once than one statement has parameters for', async () => {
      await add(Array.from({ length: 1_000 }, (_, n) => someRecipient(n)));
      const found = await storage.unit.run(() => storage.recipients.after(listId(1), 0, 2_000));
      expect(found).toHaveLength(1_000);
      expect(found.map(({ rowNumber }) => rowNumber)).toEqual(
        Array.from({ length: 1_000 }, (_, n) => n + 1),
      );
    });

    it('keeps a number once in a list, and as often as there are lists', async () => {
      await add([someRecipient(1)]);
      await add([someRecipient(1)], listId(2));
      await expect(add([someRecipient(2), someRecipient(1)])).rejects.toThrow();
      expect(await storage.unit.run(() => storage.recipients.after(listId(1), 0, 9))).toHaveLength(
        1,
      );
    });

    it('shows a new recipient as untouched', async () => {
      await add([someRecipient(1)]);
      const page = await storage.unit.run(() => storage.recipients.page(listId(1), filter()));
      expect(page).toEqual({
        items: [
          {
            ...someRow(1),
            id: expect.any(Number),
            state: 'pending',
            reason: null,
            stateSince: null,
            attempts: 0,
            decision: null,
          },
        ],
        nextCursor: null,
      });
    });

    it('stores whoever opted out as skipped', async () => {
      await add([someRecipient(1, { optedOutAt: 1_763_000_000_000 }), someRecipient(2)]);
      const { items } = await storage.unit.run(() => storage.recipients.page(listId(1), filter()));
      expect(items.map(({ state, reason, stateSince }) => [state, reason, stateSince])).toEqual([
        ['skipped', 'opted-out', new Date(1_763_000_000_000).toISOString()],
        ['pending', null, null],
      ]);
      const found = await storage.unit.run(() => storage.recipients.after(listId(1), 0, 9));
      expect(found.map(({ optedOut }) => optedOut)).toEqual([true, false]);
      expect(await names({ state: 'skipped' })).toEqual(['Pasien 1']);
    });

    it('skips or takes back a recipient who is corrected', async () => {
      await add([someRecipient(1), someRecipient(2, { optedOutAt: 5 })]);
      const { unit, recipients } = storage;
      const [first, second] = await unit.run(() => recipients.after(listId(1), 0, 9));
      await unit.run(async () => {
        await recipients.change(listId(1), first?.id ?? 0, someRecipient(3, { optedOutAt: 7 }));
        await recipients.change(listId(1), second?.id ?? 0, someRecipient(2));
      });
      const { items } = await unit.run(() => recipients.page(listId(1), filter()));
      expect(items.map(({ state, reason, stateSince }) => [state, reason, stateSince])).toEqual([
        ['skipped', 'opted-out', new Date(7).toISOString()],
        ['pending', null, null],
      ]);
    });

    it('pages without a gap or a repetition', async () => {
      await add(Array.from({ length: 5 }, (_, n) => someRecipient(n)));
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await storage.unit.run(() =>
          storage.recipients.page(listId(1), filter({ limit: 2, cursor })),
        );
        seen.push(...page.items.map(({ rowNumber }) => rowNumber));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual([1, 2, 3, 4, 5]);
    });

    it('refuses a cursor that is none', async () => {
      const page = storage.unit.run(() =>
        storage.recipients.page(listId(1), filter({ cursor: '1 OR 1=1' })),
      );
      await expect(page).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
    });

    it.each([
      ['part of a name, whatever its case', { search: 'SARI' }, ['Ibu Sari', 'sarita']],
      ['percent signs as they stand', { search: '0%' }, ['100%']],
      ['underscores as they stand', { search: 'a_b' }, ['a_b']],
      ['a number as people write it', { search: '0812-0000-0002' }, ['Ibu Sari']],
      ['a number with its country code', { search: '+62 812-0000-0002' }, ['Ibu Sari']],
      ['the beginning of numbers', { search: '0812-0000', limit: 2 }, ['100%', 'Ibu Sari']],
      ['a longer one', { search: '+62 812 0000 00', limit: 2 }, ['100%', 'Ibu Sari']],
      ['no number at a beginning that is not its own', { search: '+812 0000 0002' }, []],
      ['a number of a state', { search: '0812-0000-0002', state: 'sent' }, []],
      ['the middle of a number', { search: '20000 0002' }, ['Ibu Sari']],
      ['the end of a number', { search: '00004' }, ['a_b']],
      ['a state', { state: 'sent' }, []],
      ['a state and a name', { state: 'pending', search: 'ita' }, ['sarita']],
      ['nothing', { search: 'tidak ada' }, []],
    ])('finds %s', async (_, given, found) => {
      await add([
        someRecipient(1, { name: '100%' }),
        someRecipient(2, { name: 'Ibu Sari' }),
        someRecipient(3, { name: 'sarita' }),
        someRecipient(4, { name: 'a_b' }),
        someRecipient(5, { name: null }),
      ]);
      await add([someRecipient(6, { name: 'Sari lain' })], listId(2));
      expect(await names(given)).toEqual(found);
    });

    it('finds by name alone who may not be found by number, and behind a cursor what is there', async () => {
      await add([1, 2, 3].map((n) => someRecipient(n, { name: `0812 ${String(n)}` })));
      await add([someRecipient(2)], listId(2));
      const { unit, recipients } = storage;
      const search = async (text: string, namesOnly: boolean, cursor = '0') => {
        const question = { ...filter({ search: text, cursor }), namesOnly };
        return (await unit.run(() => recipients.page(listId(1), question))).items;
      };
      expect(await search('0812-0000-0002', true)).toEqual([]);
      const [second] = await search('0812 2', true);
      expect(second).toMatchObject({ rowNumber: 3 });
      expect(await search('0812-0000-0002', false)).toEqual([second]);
      expect(await search('0812-0000-0002', false, String(second?.id))).toEqual([]);
      expect(await search('0812', true, String(second?.id))).toHaveLength(1);
    });

    it('changes and removes one recipient, of its own list only', async () => {
      await add([someRecipient(1), someRecipient(2)]);
      const { unit, recipients } = storage;
      const first = await unit.run(() => recipients.findByPhone(listId(1), someRecipient(1).phone));
      const id = first?.id ?? 0;
      const shown = { phone: '+6281299999999', name: null, variables: { poli: 'Gigi' } };
      const content = { ...shown, optedOutAt: null };
      expect(await unit.run(() => recipients.change(listId(2), id, content))).toBe(false);
      expect(await unit.run(() => recipients.change(listId(1), id, content))).toBe(true);
      expect(await unit.run(() => recipients.findByPhone(listId(1), content.phone))).toEqual({
        ...shown,
        id,
        rowNumber: 2,
        optedOut: false,
      });
      expect(await unit.run(() => recipients.find(listId(1), id))).toMatchObject(shown);
      expect(await unit.run(() => recipients.find(listId(2), id))).toBeNull();
      expect(await unit.run(() => recipients.remove(listId(2), id))).toBe(false);
      expect(await unit.run(() => recipients.remove(listId(1), id))).toBe(true);
      expect(await unit.run(() => recipients.remove(listId(1), id))).toBe(false);
      expect(await unit.run(() => recipients.after(listId(1), 0, 9))).toHaveLength(1);
    });
  });
}
