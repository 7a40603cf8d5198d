import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BroadcastPage,
  BroadcastReview,
  BroadcastSummary,
} from '#contracts/broadcast.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import { ImportJanitor } from '../../src/modules/recipient/application/import-janitor.js';
import { Recipients } from '../../src/modules/recipient/application/ports/recipients.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importFile, importText } from '../recipient/import-calls.js';
import { SourceImportChild } from '../support/source-import-child.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { BroadcastCalls, THREE_PATIENTS, viewOf } from './broadcast-calls.js';

const SHEET = join(import.meta.dirname, '../fixtures/sheets/libreoffice.xlsx');

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

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;

describe('the walk of WA Broadcast', () => {
  it('goes from an Excel file over Konfirmasi, an edit and Konfirmasi again to the end of sending', async () => {
    const list = await importFile(server, administrator, new Uint8Array(readFileSync(SHEET)));
    const { accepted } = list.counts;
    const draft = await calls.create({ deviceId, recipientImportId: list.id });
    expect(draft).toMatchObject({ status: 'draft', recipientCount: accepted });

    // The file has no column poli: Periksa tells, Konfirmasi refuses.
    const review = await administrator.get(`/api/broadcasts/${draft.id}/review`);
    const { missing, estimate } = (await review.json()) as BroadcastReview;
    expect(missing.map(({ variable }) => variable)).toContain('poli');
    expect(estimate).toMatchObject({ recipients: accepted, queuedBefore: 0 });
    const refused = await calls.confirm(draft);
    expect([refused.status, await codeOf(refused)]).toEqual([422, 'BROADCAST.MISSING_VALUES']);

    const plain = await viewOf(await calls.edit(draft, { text: 'Poli libur besok.' }));
    const confirmed = await calls.confirmed(plain);
    expect(confirmed).toMatchObject({ status: 'confirmed', confirmed: { by: expect.any(String) } });
    const edited = await viewOf(await calls.edit(confirmed, { text: 'Poli libur lusa.' }));
    expect(edited).toMatchObject({ status: 'draft', unconfirmed: { by: expect.any(String) } });
    const unsent = await calls.send(edited);
    expect([unsent.status, await codeOf(unsent)]).toEqual([409, 'BROADCAST.NOT_CONFIRMED']);

    await calls.confirmed(edited);
    const sent = await calls.send(edited);
    expect(sent.status).toBe(202);
    expect(await sent.json()).toMatchObject({ status: 'sending', run: { total: accepted } });
    const during = await calls.remove(edited);
    expect([during.status, await codeOf(during)]).toEqual([409, 'BROADCAST.NOT_DELETABLE']);

    const ended = await calls.until(edited, ({ status }) => status === 'finished');
    const counts = Object.values(ended.run?.counts ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(accepted);
    expect(ended.run?.counts).toMatchObject({ pending: 0, sending: 0 });
    const recipients = await calls.recipients(edited);
    expect(recipients).toHaveLength(accepted);
    expect(recipients.every(({ state }) => state !== 'pending')).toBe(true);

    const [first] = recipients;
    const late = await administrator.patch(
      `/api/broadcasts/${edited.id}/recipients/${String(first?.id)}`,
      { phone: '0812-0000-0099', name: null, variables: {} },
    );
    expect([late.status, await codeOf(late)]).toEqual([409, 'BROADCAST.NOT_EDITABLE']);

    expect((await calls.remove(edited)).status).toBe(204);
    await server.app.get(ImportJanitor, { strict: false }).idle();
    expect(await codeOf(await administrator.get(`/api/broadcasts/${edited.id}`))).toBe(
      'BROADCAST.NOT_FOUND',
    );
    const rows = server.app.get(Recipients, { strict: false });
    const left = server.app.get(UnitOfWork).run(() => rows.after(list.id, 0, 10));
    expect(await left).toEqual([]);
  });

  it('makes one run of fifty presses at once, and tells the others who was first', async () => {
    const other = await server.login('operator');
    const confirmed = await calls.confirmed(await calls.draft(deviceId));
    const people = [calls, calls.by(other)];
    const press = (n: number) =>
      people[n % 2]?.send(confirmed, `press-${String(n)}`) as Promise<Response>;
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => press(n)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([202, ...Array<number>(49).fill(409)]);
    const winner = answers.findIndex(({ status }) => status === 202);
    const loser = answers.find(({ status }) => status === 409);
    const { run } = await viewOf(answers[winner] as Response, 202);
    expect(await loser?.json()).toMatchObject({
      code: 'BROADCAST.ALREADY_SENT',
      params: { by: run?.started.by, at: run?.started.at },
    });
    expect((await viewOf(await press(winner), 202)).run?.started).toEqual(run?.started);
    const ended = await calls.until(confirmed, ({ status }) => status === 'finished');
    expect(ended.run?.total).toBe(3);
    const attempts = (await calls.recipients(confirmed)).map((recipient) => recipient.attempts);
    expect(Math.max(...attempts)).toBe(1);
  });

  it('refuses Kirim without a key', async () => {
    const confirmed = await calls.confirmed(await calls.draft(deviceId));
    for (const key of ['', 'a'.repeat(101)]) {
      const answer = await calls.send(confirmed, key);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'RUN.IDEMPOTENCY_KEY_MISSING']);
    }
    expect(await calls.get(confirmed.id)).toMatchObject({ status: 'confirmed' });
  });

  it('lets one of several edits at once win', async () => {
    const draft = await calls.draft(deviceId);
    const answers = await Promise.all(
      ['satu', 'dua', 'tiga'].map((text) => calls.edit(draft, { text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await calls.get(draft.id)).toMatchObject({ revision: 2 });
  });

  it('corrects and removes a single recipient', async () => {
    const confirmed = await calls.confirmed(await calls.draft(deviceId));
    const [sari, budi] = await calls.recipients(confirmed);
    const path = (id = 0) => `/api/broadcasts/${confirmed.id}/recipients/${String(id)}`;
    const change = { name: 'Ibu Sari', variables: { poli: 'Poli Mata' } };
    const bad = await administrator.patch(path(sari?.id), { phone: 'belum ada', ...change });
    expect(await bad.json()).toMatchObject({
      code: 'PHONE.NOT_A_NUMBER',
      errors: [{ pointer: '/phone' }],
    });
    const good = await administrator.patch(path(sari?.id), { phone: '0812-0000-0019', ...change });
    expect(await viewOf(good)).toMatchObject({ status: 'draft', revision: 2 });
    expect(await viewOf(await administrator.delete(path(budi?.id)))).toMatchObject({
      recipientCount: 2,
      revision: 3,
    });
    expect(await calls.recipients(confirmed, '&search=sari')).toMatchObject([
      { phone: '+6281200000019', name: 'Ibu Sari', variables: { poli: 'Poli Mata' } },
    ]);
    expect(await codeOf(await administrator.delete(path(budi?.id)))).toBe('RECIPIENT.NOT_FOUND');
  });

  it('lists by status and counts for the landing page', async () => {
    const summary = async () =>
      (await (await administrator.get('/api/broadcasts/summary')).json()) as BroadcastSummary;
    const before = await summary();
    const draft = await calls.draft(deviceId);
    expect(await summary()).toEqual({
      ...before,
      drafts: before.drafts + 1,
      total: before.total + 1,
    });
    const listed = await administrator.get('/api/broadcasts?status=draft&limit=1');
    const page = (await listed.json()) as BroadcastPage;
    expect(page.items).toEqual([draft]);
    expect(page.nextCursor).not.toBeNull();
  });

  it('names the broadcasts that Hapus Koneksi would pause', async () => {
    const confirmed = await calls.confirmed(await calls.draft(deviceId));
    const impact = () => administrator.get(`/api/devices/${deviceId}/unlink-impact`);
    expect(await (await impact()).json()).toEqual({ broadcasts: [] });
    await calls.send(confirmed);
    expect(await (await impact()).json()).toEqual({
      broadcasts: [{ id: confirmed.id, title: 'Kontrol' }],
    });
    await calls.until(confirmed, ({ status }) => status === 'finished');
  });
});

describe('who may', () => {
  it('write, confirm and send: each by a permission of its own', async () => {
    const draft = await calls.draft(deviceId);
    const [viewer, confirmer] = [await server.login('viewer'), await server.login('confirmer')];
    const statuses = async (browser: TestClient) => {
      const by = calls.by(browser);
      const answers = [
        await by.edit(draft, { text: 'x' }),
        await by.remove(draft),
        await by.confirm(draft),
        await by.send(draft, ''),
      ];
      return answers.map(({ status }) => status);
    };
    expect(await statuses(server.client())).toEqual([401, 401, 401, 401]);
    expect(await statuses(viewer)).toEqual([403, 403, 403, 403]);
    expect(await statuses(confirmer)).toEqual([403, 403, 200, 400]);
    expect((await calls.by(viewer).get(draft.id)).status).toBe('confirmed');
    expect((await viewer.get(`/api/devices/${deviceId}/unlink-impact`)).status).toBe(403);
    expect((await viewer.post('/api/practice-tour')).status).toBe(403);
  });

  it('cannot smuggle in what the contract does not name', async () => {
    const { id } = await importText(administrator, THREE_PATIENTS);
    const answer = await administrator.post('/api/broadcasts', {
      title: '',
      text: 'x',
      deviceId,
      recipientImportId: id,
      status: 'confirmed',
      confirmedBy: 'Direktur',
      revision: 7,
    });
    expect(await viewOf(answer, 201)).toMatchObject({
      status: 'draft',
      confirmed: null,
      revision: 1,
    });
  });
});
