import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import type { BroadcastReview } from '#contracts/broadcast.contract.js';
import type { DoNotContactEntry, DoNotContactPage } from '#contracts/do-not-contact.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import type { FreetextReading, RecipientImportView } from '#contracts/recipient-import.contract.js';
import type { Role } from '#contracts/user.contract.js';
import { BroadcastCalls, THREE_PATIENTS, viewOf } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importFile, importText } from '../recipient/import-calls.js';
import { SourceImportChild } from '../support/source-import-child.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const PATH = '/api/do-not-contact';
const NOBODY = '0197a8b0-0000-7000-8000-000000000001';

let server: TestServer;
let administrator: TestClient;
let calls: BroadcastCalls;
let deviceId: string;

beforeAll(async () => {
  server = await startTestServer({ modules: [SourceImportChild] });
  administrator = await server.login();
  calls = new BroadcastCalls(server, administrator);
  deviceId = (await new DeviceCalls(server, administrator).addLinked()).id;
});
afterAll(() => server.close());

beforeEach(async () => {
  for (const { id } of (await list()).items) await administrator.delete(`${PATH}/${id}`);
});

const list = async (query = ''): Promise<DoNotContactPage> =>
  (await (await administrator.get(`${PATH}?${query}`)).json()) as DoNotContactPage;
const add = (phone: string, note?: string) => administrator.post(PATH, { phone, note });
const entryOf = async (answer: Response): Promise<DoNotContactEntry> => {
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as DoNotContactEntry;
};
const problemOf = async (answer: Response) => {
  const { code, errors } = (await answer.json()) as Problem;
  return [answer.status, code, errors?.[0]?.pointer];
};

describe('the do-not-contact list', () => {
  it.each<[Role | null, number]>([
    [null, 401],
    ['viewer', 403],
    ['operator', 403],
    ['confirmer', 403],
    ['administrator', 200],
  ])('for %s answers %d', async (role, status) => {
    const browser = role === null ? server.client() : await server.login(role);
    const [read, added, removed] = [
      await browser.get(PATH),
      await browser.post(PATH, { phone: 'belum ada' }),
      await browser.delete(`${PATH}/${NOBODY}`),
    ];
    const allowed = status === 200;
    expect([read.status, added.status, removed.status]).toEqual(
      allowed ? [200, 422, 404] : [status, status, status],
    );
  });

  it('takes a number as people write it, and shows its end alone', async () => {
    const entry = await entryOf(await add('0812-0000-0077', 'Minta lewat telepon'));
    expect(entry).toEqual({
      id: expect.any(String),
      hint: '+62 ••• 0077',
      reason: 'added',
      at: new Date(server.clock.now()).toISOString(),
      by: expect.any(String),
      deviceName: null,
      note: 'Minta lewat telepon',
    });
    expect((await list()).items).toEqual([entry]);
    expect((await list('search=%2B62%20812%200000%200077')).items).toEqual([entry]);
    expect((await list('search=081200000078')).items).toEqual([]);
  });

  it('refuses what is no number, a number twice, and half a number as a search', async () => {
    expect(await problemOf(await add('0812'))).toEqual([422, 'PHONE.NOT_A_NUMBER', '/phone']);
    await entryOf(await add('081200000077'));
    const again = await problemOf(await add('+6281200000077'));
    expect(again).toEqual([409, 'DO_NOT_CONTACT.ALREADY_LISTED', '/phone']);
    const half = await problemOf(await administrator.get(`${PATH}?search=0812`));
    expect(half).toEqual([422, 'PHONE.NOT_A_NUMBER', '/search']);
    const cursor = await problemOf(await administrator.get(`${PATH}?cursor=1`));
    expect(cursor).toEqual([400, 'REQUEST.INVALID', '/cursor']);
  });

  it('takes a number off, writes both down, and neither with the number', async () => {
    const { id } = await entryOf(await add('081200000077', 'Pak Budi'));
    expect((await administrator.delete(`${PATH}/${id}`)).status).toBe(204);
    const gone = await problemOf(await administrator.delete(`${PATH}/${id}`));
    expect(gone.slice(0, 2)).toEqual([404, 'DO_NOT_CONTACT.NOT_FOUND']);
    expect((await list()).items).toEqual([]);
    const book = (await (
      await administrator.get(`/api/audit?subject=do-not-contact&subjectId=${id}`)
    ).json()) as AuditPage;
    expect(book.items.map(({ action }) => action)).toEqual([
      'do-not-contact.remove',
      'do-not-contact.add',
    ]);
    expect(JSON.stringify(book)).not.toMatch(/0077|Budi/);
  });

  it('pages newest first', async () => {
    for (const end of ['71', '72', '73']) await entryOf(await add(`0812000000${end}`));
    const first = await list('limit=2');
    expect(first.items).toHaveLength(2);
    const second = await list(`limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});

describe('whoever is on the list', () => {
  it('is told while freetext is typed, and in the report of an import of either kind', async () => {
    await entryOf(await add('081200000012'));
    const read = await administrator.post('/api/recipient-imports/freetext-reading', {
      text: THREE_PATIENTS,
    });
    const { counts } = (await read.json()) as FreetextReading;
    expect(counts).toMatchObject({ accepted: 3, optedOut: 1 });
    const typed: RecipientImportView = await importText(administrator, THREE_PATIENTS);
    expect(typed.counts).toMatchObject({ rows: 3, accepted: 3, optedOut: 1 });
    const csv = 'nomor;nama\n081200000011;Sari\n081200000012;Budi\n081200000012;Budi\n';
    const uploaded = await importFile(server, administrator, csv, 'pasien.csv');
    expect(uploaded.counts).toMatchObject({ rows: 3, accepted: 2, duplicates: 1, optedOut: 1 });
  });

  it('is seen as skipped before Konfirmasi, counts in no estimate, and gets nothing', async () => {
    await entryOf(await add('081200000012'));
    const draft = await calls.draft(deviceId);
    expect(draft).toMatchObject({ recipientCount: 3, optedOutCount: 1 });
    const before = await calls.recipients(draft);
    expect(before.map(({ state, reason }) => [state, reason])).toEqual([
      ['pending', null],
      ['skipped', 'opted-out'],
      ['pending', null],
    ]);
    const review = await administrator.get(`/api/broadcasts/${draft.id}/review`);
    expect((await review.json()) as BroadcastReview).toMatchObject({
      optedOut: 1,
      estimate: { recipients: 2 },
    });
    const sent = await calls.send(await calls.confirmed(draft));
    expect(await sent.json()).toMatchObject({ run: { total: 3, counts: { skipped: 1 } } });
    const ended = await calls.until(draft, ({ status }) => status === 'finished');
    const counts = Object.values(ended.run?.counts ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    const [, skipped] = await calls.recipients(draft);
    expect(skipped).toMatchObject({ state: 'skipped', reason: 'opted-out', attempts: 0 });
    const resend = await administrator.post(`/api/recipients/${String(skipped?.id)}/decision`, {
      kind: 'resend',
    });
    expect((await problemOf(resend)).slice(0, 2)).toEqual([409, 'RECIPIENT.OPTED_OUT']);
  });

  it('leaves nobody to confirm when all are', async () => {
    for (const end of ['11', '12', '13']) await entryOf(await add(`0812000000${end}`));
    const refused = await problemOf(await calls.confirm(await calls.draft(deviceId)));
    expect(refused.slice(0, 2)).toEqual([422, 'BROADCAST.ALL_OPTED_OUT']);
  });

  it('is looked for again when a recipient is corrected, and only then after a removal', async () => {
    const { id } = await entryOf(await add('081200000012'));
    const draft = await calls.draft(deviceId);
    await administrator.delete(`${PATH}/${id}`);
    expect(await calls.get(draft.id)).toMatchObject({ optedOutCount: 1 });
    await entryOf(await add('081200000099'));
    const [first, second] = await calls.recipients(draft);
    const correct = async (recipient: typeof first, phone: string) =>
      viewOf(
        await administrator.patch(
          `/api/broadcasts/${draft.id}/recipients/${String(recipient?.id)}`,
          { phone, name: 'Sari', variables: { poli: 'Anak' } },
        ),
      );
    expect(await correct(second, '081200000012')).toMatchObject({ optedOutCount: 0 });
    expect(await correct(first, '081200000099')).toMatchObject({ optedOutCount: 1 });
    expect((await calls.recipients(draft)).map(({ state }) => state)).toEqual([
      'skipped',
      'pending',
      'pending',
    ]);
    await administrator.delete(`/api/broadcasts/${draft.id}/recipients/${String(first?.id)}`);
    const left = { recipientCount: 2, optedOutCount: 0 };
    expect(await calls.get(draft.id)).toMatchObject(left);
  });
});
