import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../../../scripts/chromium.mjs';
import type { AttachmentFile } from '../../src/modules/device/application/ports/whatsapp-gateway.js';
import { startStandIn, type StandIn } from '../whatsapp-stand-in/stand-in.js';
import { PageRoomProcess } from './page-room-process.js';

const ACCOUNT = '6281200000001';
const PATIENT = '6281200000022';
const KINDS = {
  image: { fileName: 'jadwal.jpg', mimeType: 'image/jpeg' },
  video: { fileName: 'cuci tangan.mp4', mimeType: 'video/mp4' },
  document: { fileName: 'Hasil lab – Ibu.pdf', mimeType: 'application/pdf' },
} as const;

describe('files through a page of WhatsApp Web', () => {
  let standIn: StandIn;
  let room: PageRoomProcess;
  let address: string;

  beforeAll(async () => {
    standIn = await startStandIn();
    const browser = await standIn.chromiumWrapper(findChromium());
    room = await PageRoomProcess.create({ fileDeadlineMs: 2_500 });
    await room.open(standIn, browser, ACCOUNT);
    expect(await room.prepare()).toEqual([]);
    address = await room.addressOf(`+${PATIENT}`);
  });

  afterAll(async () => {
    await room.stop();
    await standIn.stop();
  });

  afterEach(() => {
    const ids = standIn.outbox().map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(standIn.misses()).toEqual({});
    expect(room.troubles()).toEqual([]);
  });

  /** A file on the disk, under a name that is not the recipient's, and what it holds. */
  async function file(kind: keyof typeof KINDS, size: number) {
    const content = randomBytes(size);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = join(room.folder, sha256);
    await writeFile(path, content);
    const attachment: AttachmentFile = { kind, path, size, ...KINDS[kind] };
    return { attachment, sha256 };
  }

  it.each([
    ['image', 300_000, 'Jadwal *baru*', false],
    ['video', 8_000_000, '', false],
    ['document', 2_000_000, 'Hasil', false],
    ['image', 1, 'x', true],
    ['document', 100_000, 'Rilis September', true],
  ] as const)('%s of %i bytes arrives as it is', async (kind, size, text, mediaXId) => {
    await standIn.configure({ mediaXId });
    const { attachment, sha256 } = await file(kind, size);
    const id = await room.newMessageId();
    expect(await room.send(id, address, { text, attachment })).toEqual({ kind: 'accepted' });
    expect(standIn.outbox().at(-1)).toMatchObject({
      ...{ id, to: PATIENT, type: kind, text, times: 1 },
      media: {
        ...{ sha256, size, mimetype: attachment.mimeType },
        filename: kind === 'document' ? attachment.fileName : null,
      },
    });
    await standIn.configure({ mediaXId: false });
  });

  it('a file that is gone or has another size is not sent', async () => {
    const { attachment } = await file('document', 5_000);
    const before = standIn.outbox().length;
    const others = [
      { ...attachment, path: `${attachment.path}-gone` },
      { ...attachment, size: attachment.size + 1 },
      { ...attachment, path: room.folder },
    ];
    for (const wrong of others) {
      const id = await room.newMessageId();
      expect(await room.send(id, address, { text: '', attachment: wrong })).toEqual({
        kind: 'refused',
        reason: 'file-unreadable',
      });
    }
    expect(standIn.outbox()).toHaveLength(before);
  });

  it('an upload that fails has sent nothing; one that is too slow never leaves later', async () => {
    const before = standIn.outbox().length;
    const upload = "window.require('WAWebMediaMmsV4Upload')";
    await room.evaluate(
      `window.kept = ${upload}.uploadMedia; ` +
        `${upload}.uploadMedia = () => Promise.reject(new Error('no')); 0`,
    );
    const { attachment } = await file('image', 5_000);
    const failing = await room.newMessageId();
    expect(await room.send(failing, address, { text: 'Gagal', attachment })).toEqual({
      kind: 'refused',
      reason: 'file-not-sent',
    });

    await room.evaluate(
      `${upload}.uploadMedia = async (data) => { await new Promise((go) => (window.go = go)); ` +
        'return window.kept(data) }; 0',
    );
    const slow = await room.newMessageId();
    expect(await room.send(slow, address, { text: 'Lambat', attachment })).toEqual({
      kind: 'refused',
      reason: 'file-not-sent',
    });
    await room.evaluate(`${upload}.uploadMedia = window.kept; window.go(); 0`);
    const next = await room.newMessageId();
    expect(await room.send(next, address, { text: 'Berikutnya', attachment })).toEqual({
      kind: 'accepted',
    });
    // The slow one had all this time to leave.
    expect(standIn.outbox().slice(before)).toMatchObject([{ id: next }]);
  });
});
