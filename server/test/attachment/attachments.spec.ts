import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.contract.js';
import { CONFIG, readConfig } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { contentOf, refusal, uploadFile, uploaded } from './attachment-calls.js';
import { bytes, jpeg, mp4, pdf, png } from './some-files.js';

const MEGABYTE = 1024 * 1024;

let server: TestServer;
let client: TestClient;
let folder: string;

beforeAll(async () => {
  const { attachmentLimits } = readConfig({ IMAGE_MAX_MEGABYTES: '1' });
  server = await startTestServer({ config: { attachmentLimits } });
  client = await server.login();
  folder = join(server.app.get<Config>(CONFIG).dataDir, 'attachments');
});

afterAll(() => server.close());

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

describe('uploading an attachment', () => {
  it.each([
    ['image', 'image/jpeg', jpeg(), 'foto.jpg', 'foto.jpg'],
    ['image', 'image/png', png(), 'denah.PNG', 'denah.png'],
    ['video', 'video/mp4', mp4(), 'cara minum obat.mp4', 'cara minum obat.mp4'],
    ['document', 'application/pdf', pdf(), 'jadwal.exe', 'jadwal.exe.pdf'],
  ])(
    'takes a %s (%s) and gives it back byte for byte',
    async (kind, mimeType, content, name, as) => {
      const view = await uploaded(client, content, name);
      expect(view).toMatchObject({ kind, mimeType, fileName: as, size: content.length });
      const answer = await contentOf(client, view);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(mimeType);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(content);
    },
  );

  it.each([
    [
      'a web page',
      'ATTACHMENT.TYPE',
      422,
      bytes('<!doctype html><script>alert(1)</script>'),
      'a.jpg',
    ],
    [
      'a drawing with script',
      'ATTACHMENT.TYPE',
      422,
      bytes('<svg xmlns="x"><script/></svg>'),
      'a.png',
    ],
    [
      'a program',
      'ATTACHMENT.TYPE',
      422,
      bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'),
      'surat.pdf',
    ],
    ['a document behind a web page', 'ATTACHMENT.TYPE', 422, bytes('<html>', pdf()), 'a.pdf'],
    ['a sticker', 'ATTACHMENT.TYPE', 422, bytes('RIFF\x20\0\0\0WEBPVP8 \0\0\0\0'), 'a.webp'],
    ['a film of another kind', 'ATTACHMENT.TYPE', 422, mp4('qt  '), 'a.mp4'],
    ['nothing', 'ATTACHMENT.EMPTY', 422, bytes(), 'a.pdf'],
    ['three bytes', 'ATTACHMENT.TYPE', 422, bytes('%PD'), 'a.pdf'],
    ['half a picture', 'ATTACHMENT.BROKEN', 422, png().subarray(0, 60), 'a.png'],
    ['a picture with a page behind it', 'ATTACHMENT.BROKEN', 422, bytes(png(), '<html>'), 'a.png'],
    ['half a film', 'ATTACHMENT.BROKEN', 422, mp4().subarray(0, 50), 'a.mp4'],
    ['half a document', 'ATTACHMENT.BROKEN', 422, pdf().subarray(0, 40), 'a.pdf'],
    [
      'a picture that is too large',
      'ATTACHMENT.TOO_LARGE',
      413,
      png(new Uint8Array(MEGABYTE)),
      'a',
    ],
  ])('refuses %s with %s, and leaves nothing behind', async (_, code, status, content, name) => {
    const before = readdirSync(folder);
    expect(await refusal(await uploadFile(client, content, name))).toEqual([status, code]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('says what would be accepted', async () => {
    const answer = await uploadFile(client, png(new Uint8Array(MEGABYTE)), 'a.png');
    expect(((await answer.json()) as Problem).detail).toBe(
      'Berkas terlalu besar. Gambar paling besar 1 MB, video 16 MB, PDF 16 MB.',
    );
    const limits = await client.get('/api/attachments/limits');
    expect(await limits.json()).toEqual({
      image: MEGABYTE,
      video: 16 * MEGABYTE,
      document: 16 * MEGABYTE,
    });
  });

  it('refuses a form without a file', async () => {
    expect(await refusal(await client.post('/api/attachments', new FormData()))).toEqual([
      422,
      'ATTACHMENT.NO_FILE',
    ]);
  });

  it('keeps the same content once, for this process alone, under a name of its own each', async () => {
    const content = pdf('sekali');
    const [one, two] = [
      await uploaded(client, content, 'satu.pdf'),
      await uploaded(client, content, '../../dua\u202efdp.pdf'),
    ];
    expect(one.id).not.toBe(two.id);
    expect([one.fileName, two.fileName]).toEqual(['satu.pdf', 'duafdp.pdf']);
    const kept = readdirSync(folder).filter((name) => name === sha256(content));
    expect(kept).toHaveLength(1);
    expect(statSync(join(folder, sha256(content))).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});

describe('looking at an attachment', () => {
  it('shows it so that it can do no harm', async () => {
    const picture = await contentOf(
      client,
      await uploaded(client, png(), 'denah "lantai 2" é.png'),
    );
    const headers = Object.fromEntries(picture.headers);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="denah _lantai 2_ _.png"; filename*=UTF-8''denah%20_lantai%202_%20%C3%A9.png`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('gives parts of a film', async () => {
    const content = mp4('mp42', 'x'.repeat(1000));
    const view = await uploaded(client, content, 'a.mp4');
    const part = await contentOf(client, view, { Range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${String(content.length)}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(content.slice(10, 20));
  });

  it('refuses one that does not exist, and nobody who is not logged in', async () => {
    const id = '00000000-0000-7000-8000-000000000009';
    expect(await refusal(await contentOf(client, { id }))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
    const view = await uploaded(client, png(), 'a.png');
    expect(await refusal(await contentOf(server.client(), view))).toEqual([401, 'AUTH.REQUIRED']);
    const stranger = await uploadFile(server.client(), png(), 'a.png');
    expect(await refusal(stranger)).toEqual([401, 'AUTH.REQUIRED']);
  });
});
