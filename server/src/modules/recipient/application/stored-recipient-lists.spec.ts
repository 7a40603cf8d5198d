import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RecipientFilter } from '#contracts/recipient.contract.js';
import { CLERK, openRecipientDesk } from '../testing/recipient-desk.js';
import type { RecipientDesk } from '../testing/recipient-desk.js';
import { listId, someList } from '../testing/recipient-storage.js';

const BROADCAST = listId(50);

let desk: RecipientDesk;
let list: string;

beforeEach(async () => {
  desk = await openRecipientDesk();
  const text = 'nomor|nama|poli\n081200000001|Sari|Anak\n081200000002|Budi|Paru\nbelum ada';
  list = (await desk.freetext(text)).id;
});

afterEach(() => desk.close());

const attach = (id: string, broadcast = BROADCAST) =>
  desk.unit.run(() => desk.lists.attach(id, broadcast, CLERK));
const page = () => desk.unit.run(() => desk.lists.page(list, RecipientFilter.parse({}), CLERK));

describe('attach', () => {
  it('gives the list to one broadcast and says what is in it', async () => {
    expect(await attach(list)).toEqual({
      importId: list,
      source: 'freetext',
      recipientCount: 2,
      optedOut: 0,
      variableNames: ['poli'],
      rejected: 1,
      duplicates: 0,
    });
    await expect(attach(list, listId(51))).rejects.toMatchObject({
      code: 'BROADCAST.IMPORT_TAKEN',
    });
  });

  it('refuses a list that cannot be sent to', async () => {
    const empty = await desk.freetext('belum ada');
    await desk.unit.run(() => desk.imports.add(someList({ id: listId(2), state: 'reading' })));
    await expect(attach(empty.id)).rejects.toMatchObject({ code: 'IMPORT.EMPTY' });
    await expect(attach(listId(2))).rejects.toMatchObject({ code: 'IMPORT.NOT_READY' });
    await expect(attach(listId(3))).rejects.toMatchObject({ code: 'IMPORT.NOT_FOUND' });
  });
});

describe('pages', () => {
  it('hands on every recipient once, in the order of the list', async () => {
    const rows: number[] = [];
    const sizes: number[] = [];
    const big = await desk.freetext(
      Array.from({ length: 25 }, (_, n) => `0812${String(n).padStart(8, '0')}`).join('\n'),
    );
    for await (const some of desk.lists.pages(big.id, 10)) {
      sizes.push(some.length);
      rows.push(...some.map(({ rowNumber }) => rowNumber));
    }
    expect(sizes).toEqual([10, 10, 5]);
    expect(rows).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
  });
});

describe('correcting a recipient', () => {
  const change = (id: number, given: object = {}) =>
    desk.unit.run(() =>
      desk.lists.update(list, id, {
        phone: '0812-0000-0009',
        name: 'Ibu Sari',
        variables: { poli: ' Gigi ', lain: 'x' },
        ...given,
      }),
    );

  it('keeps what the list has a variable for', async () => {
    const [first] = (await page()).items;
    await change(first?.id ?? 0);
    expect((await page()).items[0]).toMatchObject({
      phone: '+6281200000009',
      name: 'Ibu Sari',
      variables: { poli: 'Gigi' },
    });
    await change(first?.id ?? 0, { name: '', variables: { poli: ' ' } });
    expect((await page()).items[0]).toMatchObject({ name: null, variables: {} });
  });

  it('lets a recipient keep its own number', async () => {
    const [first] = (await page()).items;
    await change(first?.id ?? 0, { phone: '081200000001' });
    expect((await page()).items[0]).toMatchObject({ phone: '+6281200000001', name: 'Ibu Sari' });
  });

  it('refuses what is no number, another recipient’s number, and nobody', async () => {
    const [first] = (await page()).items;
    const id = first?.id ?? 0;
    await expect(change(id, { phone: 'belum ada' })).rejects.toMatchObject({
      code: 'PHONE.NOT_A_NUMBER',
      fields: [{ pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' }],
    });
    await expect(change(id, { phone: '081200000002' })).rejects.toMatchObject({
      code: 'RECIPIENT.PHONE_TAKEN',
      params: { rowNumber: 3 },
    });
    await expect(change(9_999)).rejects.toMatchObject({ code: 'RECIPIENT.NOT_FOUND' });
  });
});

describe('a recipient whose values are too long together', () => {
  it('is refused, naming the field', async () => {
    const names = Array.from({ length: 11 }, (_, n) => `v${String(n)}`);
    const text = `nomor|nama|${names.join('|')}\n081200000003|Dewi`;
    const wide = (await desk.freetext(text)).id;
    const [only] = (
      await desk.unit.run(() => desk.lists.page(wide, RecipientFilter.parse({}), CLERK))
    ).items;
    const variables = Object.fromEntries(names.map((name) => [name, 'x'.repeat(1_000)]));
    const change = { phone: '081200000003', name: null, variables };
    await expect(
      desk.unit.run(() => desk.lists.update(wide, only?.id ?? 0, change)),
    ).rejects.toMatchObject({
      code: 'REQUEST.INVALID',
      fields: [{ pointer: '/variables', code: 'REQUEST.FIELD_TOO_LONG' }],
    });
  });
});

describe('removing a recipient', () => {
  const remove = (id: number) => desk.unit.run(() => desk.lists.remove(list, id));
  const count = async () =>
    (await desk.unit.run(() => desk.lists.summaries([list]))).get(list)?.recipientCount;

  it('counts it out, and never removes the last one', async () => {
    const [first, second] = (await page()).items;
    await expect(remove(9_999)).rejects.toMatchObject({ code: 'RECIPIENT.NOT_FOUND' });
    await remove(first?.id ?? 0);
    expect(await count()).toBe(1);
    await expect(remove(first?.id ?? 0)).rejects.toMatchObject({ code: 'RECIPIENT.NOT_FOUND' });
    await expect(remove(second?.id ?? 0)).rejects.toMatchObject({ code: 'RECIPIENT.LAST_ONE' });
    expect([await count(), (await page()).items.length]).toEqual([1, 1]);
  });
});
