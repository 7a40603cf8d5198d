import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '../../../scripts/chromium.mjs';
import { startStandIn, type StandIn } from '../whatsapp-stand-in/stand-in.js';
import { PageRoomProcess } from './page-room-process.js';

const ACCOUNT = '6281200000001';

/** One login is shared by all steps, over many processes and browsers. */
describe('messages when things break', () => {
  let standIn: StandIn;
  let browser: string;
  let room: PageRoomProcess;
  let people = 40;

  beforeAll(async () => {
    standIn = await startStandIn();
    browser = await standIn.chromiumWrapper(findChromium());
    room = await PageRoomProcess.create();
    await open();
  });

  afterAll(async () => {
    await room.stop();
    await standIn.stop();
  });

  afterEach(() => {
    const ids = standIn.outbox().map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const texts = standIn.outbox().map(({ to, text }) => `${to} ${text}`);
    expect(texts).toEqual([...new Set(texts)]);
    expect(standIn.misses()).toEqual({});
    expect(room.troubles()).toEqual([]);
  });

  async function open(): Promise<void> {
    await room.open(standIn, browser, ACCOUNT);
    expect(await room.prepare()).toEqual([]);
  }

  async function target() {
    const number = `62812000000${++people}`;
    const address = await room.addressOf(`+${number}`);
    return { number, address, id: await room.newMessageId() };
  }

  const arrived = (id: string) => standIn.outbox().filter((arrival) => arrival.id === id);

  const hasMessage = (id: string) =>
    `window.require('WAWebCollections').Msg.getModelsArray().some((msg) => msg.id.id === '${id}')`;

  /** Looks until it holds: what the other side does by itself has no event here. */
  async function until(holds: () => boolean | Promise<unknown>): Promise<void> {
    while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
  }

  it('what is sent without a network leaves by itself later, once', async () => {
    const { address, id } = await target();
    standIn.offline(ACCOUNT);
    expect(await room.send(id, address, 'Tanpa jaringan')).toEqual({
      kind: 'unknown',
      reason: 'no-answer',
    });
    expect(arrived(id)).toEqual([]);
    expect(await room.reconcile(id)).toEqual({ kind: 'unknown', reason: 'no-answer' });
    expect(await room.lookup('+6281200000099')).toEqual({
      kind: 'unknown',
      reason: 'lookup-unavailable',
    });
    standIn.online(ACCOUNT);
    await room.receipt(id, 'read');
    expect(arrived(id)).toHaveLength(1);
    expect(await room.reconcile(id)).toEqual({ kind: 'accepted' });
  });

  it('acks and wishes that came while it was down are caught up', async () => {
    await standIn.configure({ acks: [1] });
    const { number, address, id } = await target();
    expect(await room.send(id, address, 'Sebelum mati')).toEqual({ kind: 'accepted' });
    await room.down();
    standIn.ack(id, 3);
    const wish = standIn.receive({ account: ACCOUNT, from: number, body: 'BERHENTI' });
    const other = standIn.receive({ account: ACCOUNT, from: number, body: 'Terima kasih' });
    await standIn.configure({ acks: [1, 2, 3] });
    await open();
    expect(room.optOuts.map(({ messageId }) => messageId)).not.toContain(wish);
    await room.catchUp([id, '3EB0FFFFFFFFFFFFFFFFFF']);
    expect(room.receipts).toContainEqual([id, 'read']);
    expect(room.receipts.map(([known]) => known)).not.toContain('3EB0FFFFFFFFFFFFFFFFFF');
    expect(await room.optOut(wish)).toMatchObject({ phone: `+${number}` });
    expect(room.optOuts.map(({ messageId }) => messageId)).not.toContain(other);
  });

  it('killed after WhatsApp had it: found again as accepted', async () => {
    const { address, id } = await target();
    const { number: stuck, address: stuckAddress, id: stuckId } = await target();
    expect(await room.send(id, address, 'Sudah sampai')).toEqual({ kind: 'accepted' });
    standIn.fault(stuck, 'stuck');
    void room.send(stuckId, stuckAddress, 'Di tengah jalan').catch(() => undefined);
    await until(() => room.evaluate(hasMessage(stuckId)));
    await room.kill();
    expect(arrived(stuckId)).toEqual([]);
    await open();
    expect(await room.reconcile(id)).toEqual({ kind: 'accepted' });
    // The page kept it and brings it by itself; nobody else did.
    await until(() => arrived(stuckId)[0]?.ack === 3);
    expect(await room.reconcile(stuckId)).toEqual({ kind: 'accepted' });
    await room.catchUp([stuckId]);
    await room.receipt(stuckId, 'read');
    expect(arrived(stuckId)).toHaveLength(1);
  });

  it('killed between id and hand-over: certainly not sent, and never will be', async () => {
    const { address, id } = await target();
    await room.kill();
    await open();
    const outcome = { kind: 'refused', reason: 'not-handed-over' };
    expect(await room.reconcile(id)).toEqual(outcome);
    expect(await room.send(id, address, 'Terlambat')).toMatchObject({ kind: 'refused' });
    expect(await room.reconcile(id)).toEqual(outcome);
    expect(arrived(id)).toEqual([]);
    expect(await room.reconcile('3EB0EEEEEEEEEEEEEEEEEE')).toEqual({
      kind: 'unknown',
      reason: 'interrupted',
    });
  });

  it('killed while the page threw it away: nobody can tell', async () => {
    const { number, address, id } = await target();
    standIn.fault(number, 'hang');
    void room.send(id, address, 'Hilang').catch(() => undefined);
    await until(() => room.evaluate(`window.primaRoom.claims.get('${id}')?.stage === 'left'`));
    await room.kill();
    await open();
    expect(await room.reconcile(id)).toEqual({ kind: 'unknown', reason: 'interrupted' });
    expect(arrived(id)).toEqual([]);
  });

  it('what waits its turn when somebody asks for it is not sent any more', async () => {
    const [first, second] = [await target(), await target()];
    standIn.fault(first.number, 'silent');
    const sending = room.send(first.id, first.address, 'Pertama');
    const waiting = room.send(second.id, second.address, 'Kedua');
    expect(await room.reconcile(second.id)).toEqual({ kind: 'refused', reason: 'not-handed-over' });
    expect(await sending).toEqual({ kind: 'unknown', reason: 'no-answer' });
    expect(await waiting).toMatchObject({ kind: 'refused' });
    expect(arrived(second.id)).toEqual([]);
  });

  it('a page that reloads while it sends: the message is followed to its end', async () => {
    const { number, address, id } = await target();
    standIn.fault(number, 'stuck');
    const sending = room.send(id, address, 'Muat ulang');
    await until(() => room.evaluate(hasMessage(id)));
    standIn.reload(ACCOUNT);
    expect(['accepted', 'unknown']).toContain((await sending).kind);
    await room.ready();
    expect(await room.prepare()).toEqual([]);
    await until(() => arrived(id).length > 0);
    await room.catchUp([id]);
    await room.receipt(id, 'read');
    expect(arrived(id)).toHaveLength(1);
    const next = await target();
    expect(await room.send(next.id, next.address, 'Sesudahnya')).toEqual({ kind: 'accepted' });
  });

  it('a room that closes: what left is unknown, what waits is refused', async () => {
    const [first, second] = [await target(), await target()];
    standIn.fault(first.number, 'silent');
    const sending = room.send(first.id, first.address, 'Saat ditutup');
    const waiting = room.send(second.id, second.address, 'Belum giliran');
    await until(() => arrived(first.id).length > 0);
    await room.close();
    expect(await sending).toEqual({ kind: 'unknown', reason: 'connection-lost' });
    expect(await waiting).toEqual({ kind: 'refused', reason: 'device-not-ready' });
    expect(await room.lookup('+6281200000099')).toMatchObject({ kind: 'unknown' });
    await expect(room.newMessageId()).rejects.toThrow();
    expect(arrived(second.id)).toEqual([]);
  });
});
