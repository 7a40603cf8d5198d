import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { LibraryClient, type SeenMessage } from './library-client.js';
import { browsers } from './browsers.js';
import { startStandIn, type StandIn } from './stand-in.js';

const ACCOUNT = '6281200000001';
const PATIENT = '6281200000002';
const SEND = { waitUntilMsgSent: true, sendSeen: false, linkPreview: false };

/** One login is shared: the steps are one walk, in this order. */
describe.each(browsers())('the real library in %s against the stand-in', (chromium) => {
  let standIn: StandIn;
  let library: LibraryClient;
  let browser: string;

  beforeAll(async () => {
    standIn = await startStandIn();
    browser = await standIn.chromiumWrapper(chromium);
    library = await LibraryClient.start();
  });

  afterAll(async () => {
    await library.stop();
    await standIn.stop();
  });

  it('links when the phone scans the QR that shows now, and no other', async () => {
    await library.open(browser);
    const first = await library.qr();
    standIn.rotateRef();
    const second = await library.qr();
    expect(() => standIn.scan(first, ACCOUNT)).toThrow('no longer valid');
    expect(() => standIn.scan(second.replace(/,[^,]+,1$/, ',AAAA,1'), ACCOUNT)).toThrow(
      'another page',
    );
    standIn.scan(second, ACCOUNT);
    await library.next('ready');
    expect(await library.call('getState')).toBe('CONNECTED');
    expect(standIn.linked(ACCOUNT)).toBe(1);
  });

  it('sends a text to a looked-up number and hears all receipts', async () => {
    const unknown = library.call('sendMessage', `${PATIENT}@c.us`, 'Halo', SEND);
    await expect(unknown).rejects.toThrow('No LID for user');
    standIn.setPresent('6281200000009', false);
    expect(await library.call('getNumberId', '6281200000009')).toBeNull();

    const wid = await library.call<{ _serialized: string }>('getNumberId', PATIENT);
    const sent = await library.call<SeenMessage>(
      'sendMessage',
      wid._serialized,
      'Halo *Ibu*',
      SEND,
    );

    for (const level of [1, 2, 3]) await library.next('message_ack', ackOf(sent, level));
    expect(standIn.outbox()).toMatchObject([
      { id: sent.id.id, from: ACCOUNT, to: PATIENT, text: 'Halo *Ibu*', type: 'chat', times: 1 },
    ]);
  });

  it('brings media byte for byte', async () => {
    const content = randomBytes(300_000);
    const file = {
      mimetype: 'application/pdf',
      data: content.toString('base64'),
      filename: 'hasil.pdf',
    };
    await library.call('sendMedia', `${PATIENT}@c.us`, file, { ...SEND, caption: 'Hasil' });
    const arrived = standIn.outbox().at(-1);
    expect(arrived).toMatchObject({ type: 'document', text: 'Hasil' });
    expect(arrived?.media).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      size: content.length,
      mimetype: 'application/pdf',
      filename: 'hasil.pdf',
    });
  });

  it('tells what a person writes, and what came while it was down', async () => {
    standIn.receive({ account: ACCOUNT, from: PATIENT, body: 'Terima kasih' });
    const [message] = await library.next<SeenMessage>('message');
    expect(message).toMatchObject({ from: `${PATIENT}@c.us`, body: 'Terima kasih' });

    await standIn.configure({ acks: [1] });
    const sent = await library.call<SeenMessage>('sendMessage', `${PATIENT}@c.us`, 'Lagi', SEND);
    await library.call('destroy');
    standIn.receive({ account: ACCOUNT, from: PATIENT, body: 'BERHENTI' });
    standIn.ack(sent.id.id, 2);

    await library.open(browser);
    await library.next('ready');
    expect(library.rest()).not.toContain('qr');
    expect(library.rest()).not.toContain('message');
    const seen = await library.call<SeenMessage>('getMessageById', sent.id._serialized);
    expect(seen.ack).toBe(2);
    expect(standIn.outbox().map(({ times }) => times)).toEqual([1, 1, 1]);
    const [chat] = await library.call<{ unreadCount: number }[]>('getChats');
    expect(chat?.unreadCount).toBe(2);
  });

  it('starts anew after the phone removed it, and after its own logout', async () => {
    standIn.unlink(ACCOUNT);
    expect(await library.next('disconnected')).toEqual(['LOGOUT']);
    await library.call('destroy');

    await library.open(browser);
    standIn.scan(await library.qr(), ACCOUNT);
    await library.next('ready');
    await library.call('logout');
    expect(standIn.linked(ACCOUNT)).toBe(0);
  });

  it('links by a code typed on the phone that it was made for', async () => {
    await library.open(browser, { pairWithPhoneNumber: { phoneNumber: ACCOUNT } });
    const [code = ''] = await library.next<string>('code');
    expect(() => standIn.enterCode(code, PATIENT)).toThrow('not asked');
    standIn.enterCode(code, ACCOUNT);
    await library.next('ready');
    expect(standIn.linked(ACCOUNT)).toBe(1);
  });

  it('asked for nothing that is not there', () => {
    expect(standIn.misses()).toEqual({});
  });
});

const ackOf = (sent: SeenMessage, level: number) => (message?: unknown, ack?: unknown) =>
  (message as SeenMessage).id.id === sent.id.id && ack === level;
