import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { BroadcastView, RunView } from '#contracts/broadcast.contract.js';
import type { TestSendResult } from '#contracts/test-send.contract.js';
import type { SentToday } from '#contracts/device.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import { RecipientState } from '#contracts/recipient.contract.js';
import type { RecipientView, ResendResult } from '#contracts/recipient.contract.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

/**
 * Enough that the practice network refuses some and loses the answer of others for good: that happens to
 * one in fifty, so that of these nobody is spared twice in a thousand runs.
 */
const PATIENTS = Array.from(
  { length: 300 },
  (_, at) => `08120000${String(at + 100).padStart(4, '0')}|Pasien ${at + 1}|Poli Anak`,
);
const LIST = ['nomor|nama|poli', ...PATIENTS].join('\n');

let server: TestServer;
let administrator: TestClient;
let calls: BroadcastCalls;
let deviceId: string;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.login();
  calls = new BroadcastCalls(server, administrator);
  deviceId = (await new DeviceCalls(server, administrator).addLinked()).id;
});

afterAll(() => asTimePasses(server.close()));

/** Lets time pass until `work` is done: an end of the server waits for the message in flight. */
async function asTimePasses<T>(work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const done = work.finally(() => {
    over.abort();
  });
  while (!over.signal.aborted) {
    await server.clock.advance(200);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
const step = (id: string, name: string, by = administrator) =>
  by.post(`/api/broadcasts/${id}/${name}`);

async function sending(): Promise<BroadcastView> {
  const confirmed = await calls.confirmed(await calls.draft(deviceId, LIST));
  expect((await calls.send(confirmed)).status).toBe(202);
  return confirmed;
}

/** Lets the run come to its end; what pauses itself because too much went wrong is resumed. */
async function finished({ id }: BroadcastView): Promise<BroadcastView> {
  for (;;) {
    const view = await calls.get(id);
    if (view.status === 'finished') return view;
    if (view.status === 'paused') await step(id, 'resume');
    for (let moment = 0; moment < 20; moment++) {
      await server.clock.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('a broadcast under way', () => {
  it('is paused, resumed and cancelled, and the counts add up all the way', async () => {
    const broadcast = await sending();
    await calls.until(broadcast, ({ run }) => (run?.counts.sent ?? 0) > 3);
    const paused = (await (await step(broadcast.id, 'pause')).json()) as RunView;
    expect(paused).toMatchObject({ state: 'paused', pauseReason: null, estimatedEnd: null });
    expect(await codeOf(await step(broadcast.id, 'pause'))).toBe('RUN.NOT_IN_STATE');
    await server.clock.advance(60_000);
    const resumed = (await (await step(broadcast.id, 'resume')).json()) as RunView;
    expect(resumed.state).toBe('sending');
    expect(Date.parse(resumed.estimatedEnd ?? '')).toBeGreaterThan(server.clock.now());
    const cancelled = (await (await step(broadcast.id, 'cancel')).json()) as RunView;
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      counts: { pending: 0 },
      total: PATIENTS.length,
    });
    expect(Object.values(cancelled.counts).reduce((sum, count) => sum + count, 0)).toBe(
      PATIENTS.length,
    );
    const again = await step(broadcast.id, 'cancel');
    expect([again.status, await codeOf(again)]).toEqual([409, 'RUN.NOT_IN_STATE']);
  });

  it('is no such thing before Kirim', async () => {
    const draft = await calls.draft(deviceId);
    for (const name of ['pause', 'resume', 'cancel']) {
      expect(await codeOf(await step(draft.id, name))).toBe('RUN.NOT_FOUND');
    }
    const file = await administrator.get(`/api/broadcasts/${draft.id}/results.xlsx`);
    expect([file.status, await codeOf(file)]).toEqual([404, 'RUN.NOT_FOUND']);
  });
});

describe('a broadcast that has ended', () => {
  let broadcast: BroadcastView;
  let recipients: RecipientView[];

  beforeAll(async () => {
    broadcast = await finished(await sending());
    recipients = await everybody();
  });

  /** Everybody, state by state: each fits on one page. */
  const everybody = async (): Promise<RecipientView[]> => {
    const pages: RecipientView[] = [];
    for (const state of RecipientState.options) {
      pages.push(...(await calls.recipients(broadcast, `&state=${state}`)));
    }
    expect(pages).toHaveLength(PATIENTS.length);
    return pages;
  };
  const some = (state: RecipientView['state']): RecipientView => {
    const found = recipients.find((recipient) => recipient.state === state);
    if (!found) throw new Error(`Nobody is ${state}`);
    return found;
  };
  const decide = (id: number, kind: string, by = administrator) =>
    by.post(`/api/recipients/${String(id)}/decision`, { kind });

  it('can be downloaded with what became of everybody, in the language of the reader', async () => {
    // Whole numbers want a fresh proof, and sending took its time.
    const fresh = await server.login();
    const answer = await fresh.get(`/api/broadcasts/${broadcast.id}/results.xlsx`, {
      'Accept-Language': 'en',
    });
    expect(answer.headers.get('content-disposition')).toContain('hasil-pengiriman.xlsx');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const workbook = new exceljs.Workbook();
    if (!answer.body) throw new Error('There is no file');
    await workbook.xlsx.load((await buffer(answer.body)) as unknown as exceljs.Buffer);
    const [sheet] = workbook.worksheets;
    expect((sheet?.getRow(1).values as unknown[]).slice(1, 5)).toEqual([
      'No',
      'Name',
      'Number',
      'Status',
    ]);
    expect(sheet?.rowCount).toBe(PATIENTS.length + 1);
  });

  it('lets a person decide about who is uncertain, once', async () => {
    const unknown = some('unknown');
    const answer = await decide(unknown.id, 'mark-sent');
    expect(await answer.json()).toMatchObject({
      id: unknown.id,
      state: 'sent',
      reason: null,
      decision: { kind: 'mark-sent', by: expect.stringContaining('administrator') as unknown },
    });
    const again = await decide(unknown.id, 'resend');
    expect([again.status, await codeOf(again)]).toEqual([409, 'RECIPIENT.NOT_DECIDABLE']);
    expect((await decide(unknown.id, 'hapus')).status).toBe(400);
    expect(await codeOf(await decide(999_999, 'leave'))).toBe('RECIPIENT.NOT_FOUND');
  });

  it('sends again to all who failed, on request', async () => {
    const failed = some('failed');
    const answer = await step(broadcast.id, 'resend-failed');
    const result = (await answer.json()) as ResendResult;
    expect(result).toEqual({
      broadcastId: broadcast.id,
      resent: recipients.filter(({ state }) => state === 'failed').length,
    });
    expect((await calls.get(broadcast.id)).status).toBe('sending');
    await finished(broadcast);
    const after = await everybody();
    expect(after.find(({ id }) => id === failed.id)).toMatchObject({
      attempts: 2,
      decision: { kind: 'resend' },
    });
    expect(after.filter(({ state }) => state === 'pending' || state === 'sending')).toEqual([]);
  });

  it('is counted for its device today', async () => {
    const answer = await administrator.get('/api/devices/sent-today');
    const { items } = (await answer.json()) as SentToday;
    expect(items).toEqual([{ deviceId, sent: expect.any(Number) as unknown }]);
    expect(items[0]?.sent).toBeGreaterThan(250);
  });

  it('is left alone by who may only look', async () => {
    const [viewer, nobody] = [await server.login('viewer'), server.client()];
    const id = some('failed').id;
    for (const [browser, status] of [
      [viewer, 403],
      [nobody, 401],
    ] as const) {
      const answers = [
        await step(broadcast.id, 'pause', browser),
        await step(broadcast.id, 'resume', browser),
        await step(broadcast.id, 'cancel', browser),
        await step(broadcast.id, 'resend-failed', browser),
        await decide(id, 'leave', browser),
        await browser.post('/api/test-sends', {}),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(status));
    }
    const file = await viewer.get(`/api/broadcasts/${broadcast.id}/results.xlsx`);
    expect(file.status).toBe(200);
    await file.arrayBuffer();
  });
});

describe('Kirim tes', () => {
  const request = {
    text: 'Halo {nama}',
    phone: '0812-0000-0077',
    values: { nama: 'Ibu Sari', nomor: '+6281200000001' },
  };

  it('says what became of the message', async () => {
    const answer = await asTimePasses(
      administrator.post('/api/test-sends', { deviceId, ...request }),
    );
    const result = (await answer.json()) as TestSendResult;
    expect(result.phone).toBe('+6281200000077');
    expect(['accepted', 'refused', 'unknown']).toContain(result.outcome);
  });

  it('points at a number that is none', async () => {
    const answer = await administrator.post('/api/test-sends', {
      deviceId,
      ...request,
      phone: 'belum ada',
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'PHONE.NOT_A_NUMBER',
      errors: [{ pointer: '/phone' }],
    });
  });
});
