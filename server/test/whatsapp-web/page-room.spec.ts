import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../../scripts/chromium.mjs';
import { startStandIn, type StandIn } from '../whatsapp-stand-in/stand-in.js';
import { PageRoomProcess } from './page-room-process.js';

const ACCOUNT = '6281200000001';
const PATIENT = '6281200000021';

/** One login is shared by all steps: each leaves the page as it found it. */
describe('messages through a page of WhatsApp Web', () => {
  let standIn: StandIn;
  let browser: string;
  let room: PageRoomProcess;

  beforeAll(async () => {
    standIn = await startStandIn();
    browser = await standIn.chromiumWrapper(findChromium());
    room = await PageRoomProcess.create();
    await room.open(standIn, browser, ACCOUNT);
    expect(await room.prepare()).toEqual([]);
  });

  afterAll(async () => {
    await room.stop();
    await standIn.stop();
  });

  it('a text goes out under the id that was known before, up to its read receipt', async () => {
    const id = await room.newMessageId();
    expect(id).toMatch(/^3EB0[0-9A-F]{18}$/);
    const address = await room.addressOf(`+${PATIENT}`);
    expect(await room.send(id, address, 'Halo *Ibu*')).toEqual({ kind: 'accepted' });
    await room.receipt(id, 'read');
    expect(standIn.outbox()).toMatchObject([{ id, to: PATIENT, text: 'Halo *Ibu*', times: 1 }]);
  });
});
