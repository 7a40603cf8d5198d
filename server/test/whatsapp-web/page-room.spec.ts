import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../../scripts/chromium.mjs';
import { startStandIn, type StandIn } from '../whatsapp-stand-in/stand-in.js';
import { PageRoomProcess } from './page-room-process.js';

const ACCOUNT = '6281200000001';
const SEND = "window.require('WAWebSendMsgChatAction')";

/** One login is shared by all steps: each leaves the page as it found it, and writes to its own number. */
describe('messages through a page of WhatsApp Web', () => {
  let standIn: StandIn;
  let room: PageRoomProcess;
  let people = 20;

  beforeAll(async () => {
    standIn = await startStandIn();
    const browser = await standIn.chromiumWrapper(findChromium());
    room = await PageRoomProcess.create({ typingMsPerCharacter: 1 });
    await room.open(standIn, browser, ACCOUNT);
    expect(await room.prepare()).toEqual([]);
  });

  afterAll(async () => {
    await room.stop();
    await standIn.stop();
  });

  afterEach(() => {
    const texts = standIn.outbox().map(({ to, text }) => `${to} ${text}`);
    expect(texts).toEqual([...new Set(texts)]);
    expect(standIn.misses()).toEqual({});
    expect(room.troubles()).toEqual([]);
  });

  const newPatient = () => `62812000000${++people}`;
  const arrived = (id: string) => standIn.outbox().filter((arrival) => arrival.id === id);

  /** A number with its address and an id: all that a hand-over needs. */
  async function target() {
    const number = newPatient();
    const address = await room.addressOf(`+${number}`);
    return { number, address, id: await room.newMessageId() };
  }

  it('a text goes out under the id that was known before, up to its read receipt', async () => {
    const { number, address, id } = await target();
    expect(id).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(await room.send(id, address, 'Halo *Ibu* https://rsup.example')).toEqual({
      kind: 'accepted',
    });
    await room.receipt(id, 'read');
    expect(arrived(id)).toMatchObject([{ to: number, text: 'Halo *Ibu* https://rsup.example' }]);
    expect(standIn.typing()).toMatchObject([
      { to: number, state: 'typing' },
      { to: number, state: 'stop' },
    ]);
  });

  it('what is slow is waited for', async () => {
    await standIn.configure({ ackMs: 600 });
    const { address, id } = await target();
    expect(await room.send(id, address, 'Pelan')).toEqual({ kind: 'accepted' });
    await standIn.configure({ ackMs: 10 });
  });

  it.each([
    ['throw', 'unknown', 'no-answer', 0],
    ['hang', 'unknown', 'no-answer', 0],
    ['stuck', 'unknown', 'no-answer', 0],
    ['silent', 'unknown', 'no-answer', 1],
    ['refuse', 'refused', 'rejected', 0],
    ['throw-after', 'accepted', undefined, 1],
    ['hang-after', 'accepted', undefined, 1],
  ] as const)('a send that goes wrong by "%s" is %s', async (fault, kind, reason, arrivals) => {
    const { number, address, id } = await target();
    standIn.fault(number, fault);
    expect(await room.send(id, address, `Salah ${fault}`)).toEqual(
      reason === undefined ? { kind } : { kind, reason },
    );
    expect(arrived(id)).toHaveLength(arrivals);
    // Told once by the outcome, which knows more than a receipt.
    expect(room.receipts).not.toContainEqual([id, 'failed']);
    if (fault === 'silent') {
      standIn.ack(id, 2);
      await room.receipt(id, 'delivered');
    }
    // Whoever asks again gets no second message.
    const again = await room.send(id, address, `Salah ${fault}`);
    expect(again).toEqual({ kind: 'unknown', reason: 'interrupted' });
    expect(arrived(id)).toHaveLength(arrivals);
  });

  it('what is refused before the way out has certainly not left', async () => {
    const { address, id } = await target();
    await room.evaluate(
      "window.kept = window.require('WAWebChatGetters').getIsNewsletter; " +
        "window.require('WAWebChatGetters').getIsNewsletter = () => { throw new Error('drift') }",
    );
    expect(await room.send(id, address, 'Terlempar')).toEqual({
      kind: 'refused',
      reason: 'not-handed-over',
    });
    await room.evaluate("window.require('WAWebChatGetters').getIsNewsletter = window.kept");
    expect(arrived(id)).toEqual([]);
  });

  it('somebody in the page who asks for an id meanwhile gets another one', async () => {
    await standIn.configure({ stealsNewId: true });
    await room.evaluate(
      "window.asked = []; const key = window.require('WAWebMsgKey'); const made = key.newId; " +
        'key.newId = async () => { const id = await made(); window.asked.push(id); return id }; 0',
    );
    const { address, id } = await target();
    expect(await room.send(id, address, 'Rebutan')).toEqual({ kind: 'accepted' });
    await standIn.configure({ stealsNewId: false });
    // Ours when it was made, the thief's, and the one that the library makes for nothing.
    const asked = await room.evaluate<string[]>('window.asked');
    expect(asked).toHaveLength(3);
    expect(asked.filter((one) => one === id)).toHaveLength(1);
    expect(arrived(id)).toMatchObject([{ text: 'Rebutan', times: 1 }]);
    expect(standIn.outbox().map((arrival) => arrival.id)).not.toContain(asked[1]);
  });

  it('a message that arrives with another id is held back', async () => {
    const { address, id, number } = await target();
    await room.evaluate(
      'window.kept = window.WWebJS.sendMessage; window.WWebJS.sendMessage = (chat, text, options) => ' +
        'window.kept(chat, text, { ...options, extraOptions: {} }); 0',
    );
    expect(await room.send(id, address, 'Id lain')).toEqual({
      kind: 'refused',
      reason: 'whatsapp-changed',
    });
    expect(standIn.outbox().filter(({ to }) => to === number)).toEqual([]);
    // The next ready would find it out before anything is sent.
    expect(await room.prepare()).toEqual(['WWebJS.sendMessage']);
    const other = await target();
    expect(await room.send(other.id, other.address, 'Tidak boleh')).toEqual({
      kind: 'refused',
      reason: 'device-not-ready',
    });
    await room.evaluate('window.WWebJS.sendMessage = window.kept; 0');
    expect(await room.prepare()).toEqual([]);
  });

  it('without its guard the page is given nothing, and the next ready puts it back', async () => {
    const { address, id } = await target();
    await room.evaluate(
      `const guarded = ${SEND}.addAndSendMsgToChat; ` +
        `${SEND}.addAndSendMsgToChat = (...given) => guarded(...given); 0`,
    );
    expect(await room.send(id, address, 'Tanpa penjaga')).toEqual({
      kind: 'refused',
      reason: 'whatsapp-changed',
    });
    expect(await room.prepare()).toEqual([]);
    const other = await target();
    expect(await room.send(other.id, other.address, 'Dijaga lagi')).toEqual({ kind: 'accepted' });
  });

  it('several at once leave one after the other', async () => {
    const targets = [await target(), await target(), await target()];
    const outcomes = await Promise.all(
      targets.map(({ id, address }, index) => room.send(id, address, `Antre ${index}`)),
    );
    expect(outcomes).toEqual(targets.map(() => ({ kind: 'accepted' })));
    const ids = standIn.outbox().map(({ id }) => id);
    expect(ids.slice(-3)).toEqual(targets.map(({ id }) => id));
  });

  it('a number without WhatsApp is believed at the second "no" only', async () => {
    const [absent, shy] = [newPatient(), newPatient()];
    standIn.setPresent(absent, false);
    standIn.nullsFirst(shy, 1);
    expect(await room.lookup(`+${absent}`)).toEqual({ kind: 'not-on' });
    expect(await room.lookup(`+${shy}`)).toEqual({ kind: 'on', address: `${shy}@c.us` });
  });

  it('groups, channels and nonsense are no addresses', async () => {
    const { id } = await target();
    for (const address of ['120363000000000000@g.us', 'status@broadcast', '1@newsletter', '']) {
      const outcome = await room.send(id, address, 'Bukan pasien');
      expect(outcome).toEqual({ kind: 'refused', reason: 'not-handed-over' });
    }
  });

  it('a wish for no more messages is told with its number, other words are not', async () => {
    const { number, address, id } = await target();
    await room.send(id, address, 'Balas BERHENTI bila tidak mau');
    standIn.receive({ account: ACCOUNT, from: number, body: 'Kapan saya berhenti minum obat?' });
    const wish = standIn.receive({ account: ACCOUNT, from: number, body: ' *Stop*. ' });
    const told = await room.optOut(wish);
    expect(told).toMatchObject({ phone: `+${number}`, address, messageId: wish });
    expect(Math.abs(told.at - Date.now())).toBeLessThan(10_000);
    expect(room.optOuts).toHaveLength(1);
  });

  it('chats by hidden id: sent, confirmed, and their wishes find the number', async () => {
    await standIn.configure({ addressing: 'lid' });
    const { number, address, id } = await target();
    expect(await room.send(id, address, 'Lewat LID')).toEqual({ kind: 'accepted' });
    await room.receipt(id, 'read');
    expect(arrived(id)).toMatchObject([{ to: number, address: `${standIn.lidOf(number)}@lid` }]);
    expect(await room.reconcile(id)).toEqual({ kind: 'accepted' });
    for (const by of ['lid', 'hidden-lid'] as const) {
      const wish = standIn.receive({ account: ACCOUNT, from: number, body: 'BERHENTI', by });
      expect(await room.optOut(wish)).toMatchObject({ phone: `+${number}` });
    }
    const stranger = newPatient();
    const from = { account: ACCOUNT, from: stranger, body: 'BERHENTI', by: 'hidden-lid' } as const;
    expect(await room.optOut(standIn.receive(from))).toMatchObject({
      phone: null,
      address: `${standIn.lidOf(stranger)}@lid`,
    });
    await standIn.configure({ addressing: 'pn' });
  });
});
