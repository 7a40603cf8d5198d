import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import { AttachmentJanitor } from '../../src/modules/attachment/application/attachment-janitor.js';
import { CONFIG } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import { BroadcastCalls, THREE_PATIENTS, viewOf } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importText } from '../recipient/import-calls.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { contentOf, refusal, uploaded } from './attachment-calls.js';
import { pdf, png } from './some-files.js';

const DAY = 24 * 60 * 60 * 1000;

let server: TestServer;
let client: TestClient;
let calls: BroadcastCalls;
let deviceId: string;
let dataDir: string;

beforeAll(async () => {
  server = await startTestServer();
  client = await server.login();
  calls = new BroadcastCalls(server, client);
  deviceId = (await new DeviceCalls(server, client).addLinked()).id;
  ({ dataDir } = server.app.get<Config>(CONFIG));
});

afterAll(() => server.close());

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const fileOf = (content: Uint8Array) => join(dataDir, 'attachments', hashOf(content));
const tidied = () => server.app.get(AttachmentJanitor, { strict: false }).idle();

async function create(wish: object): Promise<Response> {
  const { id: recipientImportId } = await importText(client, THREE_PATIENTS);
  return client.post('/api/broadcasts', { title: '', deviceId, recipientImportId, ...wish });
}

async function withFile(content: Uint8Array<ArrayBuffer>, text = ''): Promise<BroadcastView> {
  const { id: attachmentId } = await uploaded(client, content, 'jadwal.pdf');
  return viewOf(await create({ text, attachmentId }), 201);
}

describe('a broadcast with a file', () => {
  it('goes from upload over Konfirmasi to the end of sending, byte for byte', async () => {
    const content = pdf('kirim');
    const draft = await withFile(content);
    expect(draft).toMatchObject({ text: '', attachment: { fileName: 'jadwal.pdf' } });
    const confirmed = await calls.confirmed(draft);
    expect((await calls.send(confirmed)).status).toBe(202);
    await calls.until(confirmed, ({ status }) => status === 'finished');
    const journal = readFileSync(join(dataDir, 'practice', 'handovers.jsonl'), 'utf8');
    const hashes = journal.split('\n').flatMap((line) => {
      const { attachment } = JSON.parse(line || '{}') as { attachment?: string };
      return attachment ?? [];
    });
    expect(hashes.length).toBeGreaterThan(0);
    expect(new Set(hashes)).toEqual(new Set([hashOf(content)]));
    expect((await calls.remove(confirmed)).status).toBe(204);
    await tidied();
    expect(existsSync(fileOf(content))).toBe(false);
  });

  it.each([
    ['no text and no file', '', false, 'REQUEST.FIELD_MISSING'],
    ['a caption that is too long', 'x'.repeat(1025), true, 'REQUEST.FIELD_TOO_LONG'],
  ])('refuses %s, and says where', async (_, text, file, code) => {
    const attachmentId = file ? (await uploaded(client, pdf(), 'a.pdf')).id : null;
    const answer = await create({ text, attachmentId });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Problem).errors).toMatchObject([{ pointer: '/text', code }]);
  });

  it('is not confirmed while the values of somebody make its caption too long', async () => {
    const draft = await withFile(pdf('panjang'), `${'x'.repeat(1010)} {poli} {nama}`);
    expect(await refusal(await calls.confirm(draft))).toEqual([422, 'BROADCAST.CAPTION_TOO_LONG']);
    await calls.confirmed(await viewOf(await calls.edit(draft, { text: 'Kontrol di {poli}' })));
  });

  it('refuses a file that does not exist', async () => {
    const attachmentId = '00000000-0000-7000-8000-000000000009';
    const answer = await create({ text: 'x', attachmentId });
    expect(await refusal(answer)).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
  });

  it('goes back to a draft when the file is exchanged or taken out', async () => {
    const first = pdf('satu');
    const confirmed = await calls.confirmed(await withFile(first, 'Jadwal'));
    const { id: attachmentId } = await uploaded(client, png(), 'denah.png');
    const edited = await viewOf(await calls.edit(confirmed, { attachmentId }));
    expect(edited).toMatchObject({ status: 'draft', attachment: { fileName: 'denah.png' } });
    await tidied();
    expect(existsSync(fileOf(first))).toBe(false);
    const bare = await viewOf(await calls.edit(edited, { attachmentId: null }));
    expect(bare.attachment).toBeNull();
    await tidied();
    expect(existsSync(fileOf(png()))).toBe(false);
  });

  it('is not sent when its file was altered since Konfirmasi, until the same file is back', async () => {
    const content = pdf('ubah');
    const confirmed = await calls.confirmed(await withFile(content));
    appendFileSync(fileOf(content), ' ');
    expect(await refusal(await calls.send(confirmed))).toEqual([409, 'ATTACHMENT.GONE']);
    if (confirmed.attachment) {
      const shown = await contentOf(client, confirmed.attachment);
      expect(await refusal(shown)).toEqual([409, 'ATTACHMENT.GONE']);
    }
    await uploaded(client, content, 'lagi.pdf');
    expect((await calls.send(confirmed)).status).toBe(202);
    await calls.until(confirmed, ({ status }) => status === 'finished');
  });

  it('shares a content with another one until both are deleted', async () => {
    const content = pdf('bersama');
    const [one, two] = [await withFile(content), await withFile(content)];
    await calls.remove(one);
    await tidied();
    expect(existsSync(fileOf(content))).toBe(true);
    await calls.remove(two);
    await tidied();
    expect(existsSync(fileOf(content))).toBe(false);
  });
});

it('removes what no broadcast took within a day, and nothing else', async () => {
  const [left, kept] = [pdf('tertinggal'), pdf('dipakai')];
  const lost = await uploaded(client, left, 'a.pdf');
  await withFile(kept);
  await server.clock.advance(DAY + 2 * 60 * 60 * 1000);
  await tidied();
  expect(existsSync(fileOf(left))).toBe(false);
  expect(await refusal(await contentOf(await server.login(), lost))).toEqual([
    404,
    'ATTACHMENT.NOT_FOUND',
  ]);
  expect(existsSync(fileOf(kept))).toBe(true);
});
