import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentFile } from '../../../src/modules/device/application/ports/whatsapp-gateway.js';
import { link, POLI_ANAK } from '../../../src/modules/device/testing/gateway-harness.js';
import { digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { hostProcesses } from './own-processes.js';

const DEVICE = POLI_ANAK;
const PHONE = DEVICE.phone;

/** From the product's door to WhatsApp and back: host process, browser, page. */
describe('messages through the whole engine', () => {
  let engine: EngineUnderTest;
  let people = 60;

  beforeEach(async () => {
    engine = await openWhatsappWeb({ environment: { TYPING_SIMULATION: '1' } });
    await link(engine, DEVICE);
  });

  afterEach(async () => {
    const texts = engine.standIn.outbox().map(({ to, text }) => `${to} ${text}`);
    expect(texts).toEqual([...new Set(texts)]);
    await engine.close();
  });

  const stateOf = () => engine.news.statesOf(DEVICE).at(-1);
  const arrived = (id: string) => engine.standIn.outbox().filter((arrival) => arrival.id === id);
  const levelsOf = (id: string) =>
    engine.news.log.flatMap((news) =>
      news.kind === 'receipt' && news.messageId === id ? [news.level] : [],
    );

  async function target() {
    const phone = `+62812000000${++people}`;
    const found = await engine.gateway.lookup(DEVICE.id, phone);
    const id = await engine.gateway.newMessageId(DEVICE.id);
    return { phone, address: found.kind === 'on' ? found.address : '', id };
  }

  const send = (
    { id, address }: { id: string; address: string },
    text: string,
    attachment: AttachmentFile | null = null,
  ) => engine.gateway.send(DEVICE.id, id, address, { text, attachment });

  it('a text up to its read receipt, a file byte for byte', async () => {
    const first = await target();
    expect(await send(first, 'Halo Ibu')).toEqual({ kind: 'accepted' });
    await engine.until(() => levelsOf(first.id).includes('read'));
    expect(engine.standIn.typing().map(({ state }) => state)).toEqual(['typing', 'stop']);

    const content = randomBytes(3_000_000);
    const path = join(engine.dataDir, 'stored');
    await writeFile(path, content);
    const file: AttachmentFile = {
      ...{ kind: 'document', path, size: content.length },
      ...{ fileName: 'hasil.pdf', mimeType: 'application/pdf' },
    };
    const second = await target();
    expect(await send(second, 'Hasil', file)).toEqual({ kind: 'accepted' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(arrived(second.id)).toMatchObject([
      { text: 'Hasil', media: { sha256, filename: 'hasil.pdf' } },
    ]);
  });

  it('its process is killed in the middle: unknown, then found out, and never sent again', async () => {
    const [gone, kept] = [await target(), await target()];
    engine.standIn.fault(digits(gone.phone), 'silent');
    const sending = send(gone, 'Di tengah');
    const waiting = send(kept, 'Menunggu giliran');
    await engine.until(() => arrived(gone.id).length > 0);
    const [host = 0] = hostProcesses();
    process.kill(host, 'SIGKILL');
    const lost = { kind: 'unknown', reason: 'connection-lost' };
    expect(await sending).toEqual(lost);
    expect(await waiting).toEqual(lost);

    await engine.until(() => stateOf() === 'reconnecting');
    engine.standIn.ack(gone.id, 2);
    const wish = engine.standIn.receive({
      ...{ account: digits(PHONE), from: digits(gone.phone), body: 'Berhenti.' },
    });
    await engine.until(() => stateOf() === 'ready');
    expect(await engine.gateway.reconcile(DEVICE.id, gone.id)).toEqual({ kind: 'accepted' });
    expect(await engine.gateway.reconcile(DEVICE.id, kept.id)).toEqual({
      kind: 'refused',
      reason: 'not-handed-over',
    });
    expect(await send(gone, 'Di tengah')).toEqual({ kind: 'unknown', reason: 'interrupted' });
    await engine.gateway.catchUp(DEVICE.id, [gone.id, kept.id]);
    expect(['delivered', 'read']).toContain(levelsOf(gone.id).at(-1));
    await engine.until(() =>
      engine.news.log.some(
        (news) =>
          news.kind === 'opt-out' &&
          news.request.messageId === wish &&
          news.request.phone === gone.phone,
      ),
    );
    expect(arrived(kept.id)).toEqual([]);
  });

  it('the network goes while it sends: it leaves by itself later, once', async () => {
    const lost = await target();
    engine.standIn.offline(digits(PHONE));
    expect((await send(lost, 'Tanpa jaringan')).kind).not.toBe('accepted');
    engine.standIn.online(digits(PHONE));
    await engine.until(() => stateOf() === 'ready');
    const outcome = await engine.gateway.reconcile(DEVICE.id, lost.id);
    expect(arrived(lost.id)).toHaveLength(outcome.kind === 'refused' ? 0 : 1);
  });
});
