import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import type { ListedNumber } from '../domain/listed-number.js';
import { TypeormListedNumbers } from '../infrastructure/persistence/typeorm-listed-numbers.js';

const NOW = 1_763_000_000_000;

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An opted-out number with whatever is not asked for made up. */
function someNumber(number: number, given: Partial<ListedNumber> = {}): ListedNumber {
  return {
    id: idOf(number),
    fingerprint: `sidik-${String(number)}`,
    hint: '+62 ••• 0001',
    reason: 'opted-out',
    at: NOW,
    addedBy: null,
    device: { id: idOf(900), name: 'Poli 😀' },
    messageId: '3EB0',
    note: null,
    ...given,
  };
}

/** Every storage of the list must behave like this. */
export function describeListedNumbers(name: string, open: () => Promise<TestDatabase>): void {
  describe(`ListedNumbers on ${name}`, () => {
    let opened: TestDatabase;
    let numbers: TypeormListedNumbers;

    beforeEach(async () => {
      opened = await open();
      numbers = new TypeormListedNumbers(opened.database);
    });
    afterEach(() => opened.close());

    const run = <T>(work: () => Promise<T>): Promise<T> => opened.database.run(work);
    const add = (...entries: ListedNumber[]) =>
      run(async () => {
        const added: boolean[] = [];
        for (const entry of entries) added.push(await numbers.add(entry));
        return added;
      });
    const newest = (given = {}) => run(() => numbers.newest({ before: null, limit: 10, ...given }));
    const listed = async (...fingerprints: string[]) => [
      ...(await run(() => numbers.listed(fingerprints))),
    ];

    it('gives entries back as they were added', async () => {
      const added = someNumber(2, {
        ...{ reason: 'added', addedBy: 'Ibu Rina', device: null, messageId: null },
        note: 'Lewat telepon 😀',
      });
      await add(someNumber(1), added);
      expect(await newest()).toEqual([added, someNumber(1)]);
      expect(await run(() => numbers.find(idOf(2)))).toEqual(added);
      expect(await run(() => numbers.find(idOf(3)))).toBeNull();
    });

    it('pages backwards, and finds one by its fingerprint', async () => {
      await add(...[1, 2, 3, 4].map((number) => someNumber(number)));
      const ids = async (given: object) => (await newest(given)).map(({ id }) => id);
      expect(await ids({ limit: 2 })).toEqual([idOf(4), idOf(3)]);
      expect(await ids({ limit: 2, before: idOf(3) })).toEqual([idOf(2), idOf(1)]);
      expect(await ids({ fingerprint: 'sidik-2' })).toEqual([idOf(2)]);
      expect(await ids({ fingerprint: 'sidik-9' })).toEqual([]);
    });

    it('has a number once, whoever adds it at the same moment', async () => {
      const twins = Array.from({ length: 10 }, (_, n) => someNumber(n, { fingerprint: 'sama' }));
      const results = await Promise.all(twins.map((entry) => add(entry)));
      expect(results.flat().filter(Boolean)).toHaveLength(1);
      expect(await newest()).toHaveLength(1);
    });

    it('tells who of many is on it', async () => {
      expect(await run(() => numbers.isEmpty())).toBe(true);
      expect(await listed()).toEqual([]);
      await add(someNumber(1), someNumber(2));
      expect(await run(() => numbers.isEmpty())).toBe(false);
      const many = Array.from({ length: 1_000 }, (_, n) => `sidik-${String(n + 2)}`);
      expect(await listed(...many)).toEqual(['sidik-2']);
    });

    it('removes a number with what is known of it, once', async () => {
      await add(someNumber(1), someNumber(2));
      const remove = () => run(() => numbers.remove(idOf(1), NOW + 1));
      expect([await remove(), await remove()]).toEqual([true, false]);
      expect(await listed('sidik-1', 'sidik-2')).toEqual(['sidik-2']);
      expect([await newest(), await run(() => numbers.find(idOf(1)))]).toEqual([
        [someNumber(2)],
        null,
      ]);
      const [left] = await run(() =>
        opened.database.manager.query<Record<string, unknown>[]>(
          'SELECT * FROM do_not_contact WHERE id = ?',
          [idOf(1)],
        ),
      );
      expect(left).toMatchObject({ hint: '', device_name: null, message_id: null, note: null });
    });

    it('takes a removed number back when it is said anew, not when it is only told again', async () => {
      await add(someNumber(1));
      await run(() => numbers.remove(idOf(1), NOW + 10));
      expect(await add(someNumber(2, { fingerprint: 'sidik-1', at: NOW + 10 }))).toEqual([false]);
      expect(await listed('sidik-1')).toEqual([]);
      const anew = someNumber(3, { fingerprint: 'sidik-1', at: NOW + 11 });
      expect(await add(anew)).toEqual([true]);
      expect(await newest()).toEqual([anew]);
    });

    it('takes a removed number back from a person whenever', async () => {
      await add(someNumber(1));
      await run(() => numbers.remove(idOf(1), NOW + 10));
      const again = { fingerprint: 'sidik-1', reason: 'added', addedBy: 'Ibu Rina' } as const;
      expect(await add(someNumber(2, { ...again, at: NOW + 10 }))).toEqual([true]);
      expect(await listed('sidik-1')).toEqual(['sidik-1']);
    });
  });
}
