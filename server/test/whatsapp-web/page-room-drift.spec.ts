import { afterEach, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../../scripts/chromium.mjs';
import type { Behaviour } from '../whatsapp-stand-in/behaviour.js';
import { startStandIn, type StandIn } from '../whatsapp-stand-in/stand-in.js';
import { PageRoomProcess } from './page-room-process.js';

const ACCOUNT = '6281200000001';
const PATIENT = '6281200000023';

describe('a WhatsApp Web that has changed', () => {
  let standIn: StandIn;
  let room: PageRoomProcess;

  async function open(behaviour: Partial<Behaviour>, typingMsPerCharacter = 0) {
    standIn = await startStandIn();
    await standIn.configure(behaviour);
    room = await PageRoomProcess.create({ typingMsPerCharacter });
    await room.open(standIn, await standIn.chromiumWrapper(findChromium()), ACCOUNT);
  }

  afterEach(async () => {
    expect(standIn.misses()).toEqual({});
    expect(room.troubles()).toEqual([]);
    await room.stop();
    await standIn.stop();
  });

  it('ids under $1: sent, confirmed, found again, and wishes are heard', async () => {
    await open({ keyShape: '$1', widShape: '$1' });
    expect(await room.prepare()).toEqual([]);
    const address = await room.addressOf(`+${PATIENT}`);
    expect(address).toBe(`${PATIENT}@c.us`);
    const id = await room.newMessageId();
    expect(await room.send(id, address, 'Bentuk baru')).toEqual({ kind: 'accepted' });
    await room.receipt(id, 'read');
    expect(standIn.outbox()).toMatchObject([{ id, to: PATIENT, times: 1 }]);
    expect(await room.reconcile(id)).toEqual({ kind: 'accepted' });
    for (const by of ['pn', 'lid'] as const) {
      const wish = standIn.receive({ account: ACCOUNT, from: PATIENT, body: 'STOP', by });
      expect(await room.optOut(wish)).toMatchObject({ phone: `+${PATIENT}` });
    }
    // The library reads the old name as well.
    expect(await room.evaluate("window.require('WAWebMsgKey').prototype._serialized")).toBe(
      undefined,
    );
    expect(
      await room.evaluate("window.require('WAWebWidFactory').createWid('1@c.us')._serialized"),
    ).toBe('1@c.us');
  });

  it('with the old ids nothing is touched', async () => {
    await open({});
    expect(await room.prepare()).toEqual([]);
    const touched = await room.evaluate(
      "Object.getOwnPropertyNames(window.require('WAWebMsgKey').prototype).includes('_serialized')",
    );
    expect(touched).toBe(false);
  });

  it('what is missing is named, and nothing can be sent', async () => {
    const missing = ['WAWebSendMsgChatAction', 'WAWebMsgKey.newId', 'WAWebCollections.Msg'];
    await open({ missing: missing.slice(0, 2) });
    expect(await room.prepare()).toEqual(['WAWebMsgKey.newId', 'WAWebSendMsgChatAction']);
    const outcome = await room.send('3EB0000000000000000000', `${PATIENT}@c.us`, 'Tidak');
    expect(outcome).toEqual({ kind: 'refused', reason: 'device-not-ready' });
    expect(standIn.outbox()).toEqual([]);
    await expect(room.newMessageId()).rejects.toThrow();
  });

  it('what only typing needs is missed only when typing is shown', async () => {
    await open({ missing: ['WAWebChatStateBridge'] }, 5);
    expect(await room.prepare()).toEqual(['WAWebChatStateBridge']);
  });
});
