import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browsers } from './browsers.js';
import { LibraryClient, type SeenMessage } from './library-client.js';
import { startStandIn, type StandIn } from './stand-in.js';

const ACCOUNT = '6281200000001';
const SEND = { waitUntilMsgSent: true, sendSeen: false, linkPreview: false };
const IMAGE = { mimetype: 'image/png', data: 'AAAA', filename: 'a.png' };

/** What the stand-in does wrong on request, seen through the real library. One login, in this order. */
describe('faults of the stand-in', () => {
  let standIn: StandIn;
  let library: LibraryClient;
  let browser: string;
  let next = 10;

  beforeAll(async () => {
    standIn = await startStandIn();
    browser = await standIn.chromiumWrapper(browsers().at(-1) ?? '');
    library = await LibraryClient.start();
    await library.open(browser);
    standIn.scan(await library.qr(), ACCOUNT);
    await library.next('ready');
  });

  afterAll(async () => {
    await library.stop();
    await standIn.stop();
  });

  /** A number of its own for each test, looked up already. */
  const patient = async () => {
    const number = `62812000000${String(next++)}`;
    await library.call('getNumberId', number);
    return number;
  };
  const send = (number: string, options: object = SEND) =>
    library.call<SeenMessage | null>('sendMessage', `${number}@c.us`, 'Halo', options);
  const arrivedAt = (number: string) => standIn.outbox().filter(({ to }) => to === number);
  const restart = async () => {
    await library.call('destroy');
    await library.open(browser);
    await library.next('ready');
  };

  it('throws before anything leaves, or after all has left', async () => {
    const [before, after] = [await patient(), await patient()];
    standIn.fault(before, 'throw');
    await expect(send(before)).rejects.toThrow('the page threw');
    expect(arrivedAt(before)).toEqual([]);
    standIn.fault(after, 'throw-after');
    await expect(send(after)).rejects.toThrow('the send failed');
    expect(arrivedAt(after)).toHaveLength(1);
  });

  it('never answers, with and without the message arriving', async () => {
    const [nothing, something] = [await patient(), await patient()];
    standIn.fault(nothing, 'hang');
    standIn.fault(something, 'hang-after');
    // The page answers no longer than the protocol's own deadline of the fixture.
    await expect(Promise.race([send(nothing), send(something), later(500)])).resolves.toBe('late');
    expect(arrivedAt(nothing)).toEqual([]);
    expect(arrivedAt(something)).toHaveLength(1);
  });

  it('refuses (ack -1), also for a number without WhatsApp', async () => {
    const number = await patient();
    standIn.fault(number, 'refuse');
    expect(await send(number)).toMatchObject({ ack: -1 });
    standIn.setPresent(number, false);
    expect(await send(number)).toMatchObject({ ack: -1 });
    expect(arrivedAt(number)).toEqual([]);
  });

  it('keeps a message that has no ack and brings it when the page comes again', async () => {
    const [stuck, silent] = [await patient(), await patient()];
    standIn.fault(stuck, 'stuck');
    standIn.fault(silent, 'silent');
    const [first] = [await send(stuck, { ...SEND, waitUntilMsgSent: false })];
    await send(silent, { ...SEND, waitUntilMsgSent: false });
    await until(() => arrivedAt(silent).length === 1);
    expect(arrivedAt(stuck)).toEqual([]);
    await restart();
    await until(() => arrivedAt(stuck).length === 1 && arrivedAt(silent)[0]?.ack === 3);
    expect(arrivedAt(stuck)[0]?.id).toBe(first?.id.id);
    expect(arrivedAt(silent)).toMatchObject([{ times: 2 }]);
  });

  it('goes out by itself after a time without network', async () => {
    const number = await patient();
    standIn.offline();
    await library.next('change_state', (state) => state === 'TIMEOUT');
    await send(number, { ...SEND, waitUntilMsgSent: false });
    expect(arrivedAt(number)).toEqual([]);
    standIn.online();
    await library.next('change_state', (state) => state === 'CONNECTED');
    await until(() => arrivedAt(number).length === 1);
  });

  it('answers a lookup with null first, and late', async () => {
    const number = await patient();
    standIn.nullsFirst(number, 2);
    await standIn.configure({ delayMs: 200 });
    const asked = Date.now();
    expect(await library.call('getNumberId', number)).toBeNull();
    expect(Date.now() - asked).toBeGreaterThanOrEqual(200);
    await standIn.configure({ delayMs: 0 });
    expect(await library.call('getNumberId', number)).toBeNull();
    expect(await library.call('getNumberId', number)).not.toBeNull();
  });

  it('hides the number behind an incoming id until it is looked up', async () => {
    const number = `62812000000${String(next++)}`;
    const lid = `${standIn.lidOf(number)}@lid`;
    standIn.receive({ account: ACCOUNT, from: number, body: 'STOP', by: 'hidden-lid' });
    const [message] = await library.next<SeenMessage>('message');
    expect(message?.from).toBe(lid);
    expect(await library.call('getContactLidAndPhone', [lid])).toEqual([{}]);
    await library.call('getNumberId', number);
    const known = await library.call('getContactLidAndPhone', [lid]);
    expect(known).toEqual([{ lid, pn: `${number}@c.us` }]);
  });

  it('addresses chats by LID', async () => {
    await standIn.configure({ addressing: 'lid' });
    const number = await patient();
    expect((await send(number))?.to).toBe(`${standIn.lidOf(number)}@lid`);
    expect(arrivedAt(number)).toHaveLength(1);
    await standIn.configure({ addressing: 'pn' });
  });

  it('shows who is shown as typing', async () => {
    const number = await patient();
    await library.call(
      'evaluate',
      `WWebJS.sendChatstate('typing', '${number}@c.us').then(() => WWebJS.sendChatstate('stop', '${number}@c.us'))`,
    );
    expect(standIn.typing()).toEqual([
      { from: ACCOUNT, to: number, state: 'typing' },
      { from: ACCOUNT, to: number, state: 'stop' },
    ]);
  });

  it('puts ids under $1, so that the library loses its answer', async () => {
    await standIn.configure({ keyShape: '$1', mediaXId: true });
    await restart();
    const number = await patient();
    expect(await send(number)).toBeNull();
    expect(arrivedAt(number)).toHaveLength(1);
    const media = library.call('sendMedia', `${number}@c.us`, IMAGE, SEND);
    await expect(media).rejects.toThrow('must include an id property');
    await standIn.configure({ keyShape: '_serialized', mediaXId: false, widShape: '$1' });
    await restart();
    expect(await library.call('getNumberId', number)).toMatchObject({ $1: `${number}@c.us` });
    await standIn.configure({ widShape: '_serialized' });
  });

  it('lacks what it is told to lack, and asks for a message id of its own', async () => {
    await restart();
    const number = await patient();
    await standIn.configure({ missing: ['WAWebMsgKey'] });
    await expect(send(number)).rejects.toThrow('Requiring unknown module');
    await standIn.configure({ missing: [], stealsNewId: true });
    await library.call(
      'evaluate',
      `{ const key = require('WAWebMsgKey'), real = key.newId;
         key.newId = () => { key.newId = real; return Promise.resolve('OURS'); }; }`,
    );
    expect((await send(number))?.id.id).not.toBe('OURS');
    await standIn.configure({ stealsNewId: false });
  });

  it('hangs for a while', async () => {
    const asked = Date.now();
    await standIn.hang(700);
    await later(100);
    expect(await library.call('getState')).toBe('CONNECTED');
    expect(Date.now() - asked).toBeGreaterThan(600);
  });

  it('dies, and comes back linked', async () => {
    await standIn.crashPage(ACCOUNT);
    await library.next('page_error');
    await restart();
    standIn.reload();
    await library.next('ready');
  });

  it('is synced before anybody listens', async () => {
    await standIn.configure({ syncWaits: false });
    await library.call('destroy');
    await library.open(browser);
    await library.next('initialized');
    expect(await library.call('getState')).toBe('CONNECTED');
    expect(library.rest()).not.toContain('ready');
    standIn.resync();
    await library.next('ready');
    await standIn.configure({ syncWaits: true });
  });

  it('ends the session by a state', async () => {
    standIn.setState(ACCOUNT, 'TOS_BLOCK');
    expect(await library.next('disconnected')).toEqual(['TOS_BLOCK']);
  });

  it('is unlinked while it is down', async () => {
    await library.call('destroy');
    standIn.unlink(ACCOUNT);
    await library.open(browser);
    // The page leaves while the library attaches itself, which fails; or just before, and there is a QR.
    await until(() => library.rest().some((event) => event === 'unhandled' || event === 'qr'));
    await library.call('destroy');
  });

  it('shows no more codes, asks for a passkey, links with a reload', async () => {
    await library.open(browser);
    await library.qr();
    standIn.refsRunOut();
    await until(async () => (await library.call('getState')) === 'UNPAIRED_IDLE');
    await library.call('evaluate', `require('WAWebCmd').Cmd.refreshQR()`);
    await standIn.configure({ passkey: true });
    standIn.scan(await library.qr(), ACCOUNT);
    expect(standIn.linked(ACCOUNT)).toBe(0);
    await library.call('destroy');

    await standIn.configure({ passkey: false, reloadAfterPair: true });
    await library.open(browser);
    standIn.scan(await library.qr(), ACCOUNT);
    await library.next('ready');
  });

  it('does not answer, or is not there', async () => {
    await library.call('destroy');
    await standIn.network('refusing');
    await library.open(browser);
    expect((await library.next('unhandled'))[0]).toMatch('ERR_CONNECTION_REFUSED');
    await library.call('destroy');
    await standIn.network('silent');
    await library.open(browser);
    await later(1000);
    expect(library.rest()).toEqual([]);
    await library.call('destroy');
    await standIn.network('up');
    await restart();
  });

  it('was asked for nothing that is not there, and would have said so', async () => {
    expect(standIn.misses()).toEqual({});
    const names = `(() => { require('WAWebCollections').Label; require('WAWebCmd').Cmd.sendLogs;
      try { require('WAWebLabels'); } catch {} })()`;
    await library.call('evaluate', names);
    await until(() => Object.keys(standIn.misses()).length === 3);
    const all = { 'WAWebCollections.Label': 1, 'Cmd.sendLogs': 1, WAWebLabels: 1 };
    expect(standIn.misses()).toEqual(all);
  });
});

const later = (ms: number) => new Promise((done) => setTimeout(done, ms, 'late'));

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await later(20);
}
