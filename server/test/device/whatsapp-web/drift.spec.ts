import { afterEach, describe, expect, it } from '@jest/globals';
import { heldMemoryOf } from '../../../src/modules/device/infrastructure/gateways/whatsapp-web/processes/held-memory.js';
import { HALO, POLI_ANAK, link } from '../../../src/modules/device/testing/gateway-harness.js';
import { TEST_TIMING, deliver, digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';
import { hostProcesses } from './own-processes.js';

const account = digits(POLI_ANAK.phone);

/** The page answers, and still is not what a session needs. */
describe('a linked device whose WhatsApp Web is not as it should be', () => {
  let engine: EngineUnderTest;

  afterEach(() => engine.close());

  const last = () => engine.news.statesOf(POLI_ANAK).at(-1);
  const reason = () => engine.news.reasons.get(POLI_ANAK.id);
  const untilReady = () => engine.until(() => last() === 'ready');
  const send = (id: string) =>
    engine.gateway.send(POLI_ANAK.id, id, `${digits(engine.numberWith('read'))}@c.us`, HALO);

  it('sends nothing while a part is missing, names it, and sends when it is there again', async () => {
    engine = await openWhatsappWeb();
    await link(engine, POLI_ANAK);
    await deliver(engine, POLI_ANAK);
    await engine.standIn.configure({ missing: ['WAWebMsgKey.newId'] });
    engine.standIn.reload(account);
    await engine.until(() => last() === 'failed');
    expect(reason()).toBe('whatsapp-changed:WAWebMsgKey.newId');
    await expect(engine.gateway.newMessageId(POLI_ANAK.id)).rejects.toThrow();
    expect(await send('not-now')).toEqual({ kind: 'refused', reason: 'device-not-ready' });
    // The same when it is found at the start, not in the middle.
    engine = await engine.restart();
    await engine.gateway.open(POLI_ANAK);
    await engine.until(() => last() === 'failed');
    expect(await send('nor-now')).toEqual({ kind: 'refused', reason: 'device-not-ready' });
    await engine.standIn.configure({ missing: [] });
    await untilReady();
    await deliver(engine, POLI_ANAK);
    expect(engine.standIn.outbox()).toHaveLength(2);
  });

  it('waits for a slow sync, and begins anew when there is no end to it', async () => {
    const { host } = TEST_TIMING;
    const timing = { ...TEST_TIMING, host: { ...host, readyMs: 4_000 } };
    engine = await openWhatsappWeb({ timing });
    await link(engine, POLI_ANAK);
    await engine.standIn.configure({ syncMs: 1_500 });
    engine = await engine.restart();
    await engine.gateway.open(POLI_ANAK);
    await untilReady();
    expect(engine.news.statesOf(POLI_ANAK)).toEqual(['ready']);
    await deliver(engine, POLI_ANAK);

    await engine.standIn.configure({ syncMs: 600_000 });
    engine = await engine.restart();
    await engine.gateway.open(POLI_ANAK);
    await engine.until(() => last() === 'reconnecting');
    expect(reason()).toBe('sync-stuck');
    await engine.standIn.configure({ syncMs: 50 });
    await untilReady();
    await deliver(engine, POLI_ANAK);
  });

  it('loads the page anew when it has been opening its connection for too long', async () => {
    const { host } = TEST_TIMING;
    engine = await openWhatsappWeb({
      timing: { ...TEST_TIMING, host: { ...host, offlineMs: 800 } },
    });
    await link(engine, POLI_ANAK);
    await deliver(engine, POLI_ANAK);
    const [browser] = engine.standIn.browsers(account);
    engine.standIn.setState(account, 'OPENING');
    await engine.until(() => last() === 'reconnecting');
    await untilReady();
    expect(engine.standIn.browsers(account)).not.toContain(browser);
    await deliver(engine, POLI_ANAK);
  });

  it('begins anew in a quiet moment when it has grown too large', async () => {
    engine = await openWhatsappWeb();
    await link(engine, POLI_ANAK);
    const held = await heldMemoryOf(hostProcesses()[0] ?? 0);
    await engine.gateway.shutdown();
    const { host } = TEST_TIMING;
    // Three quarters of what it needs: too large, but not far too large.
    engine = await engine.restart({
      timing: { ...TEST_TIMING, host: { ...host, memoryLookMs: 100, memoryQuietMs: 700 } },
      environment: { SESSION_MAX_MEGABYTES: String(Math.round(held * 0.75)) },
    });
    await engine.gateway.open(POLI_ANAK);
    await untilReady();
    const [browser] = engine.standIn.browsers(account);
    for (let sent = 0; sent < 3; sent += 1) await deliver(engine, POLI_ANAK);
    expect(engine.standIn.browsers(account)).toEqual([browser]);
    await engine.until(() => last() === 'reconnecting');
    expect(reason()).toBe('engine-restarting');
    await untilReady();
    expect(engine.standIn.browsers(account)).not.toContain(browser);
    expect(engine.news.codesOf(POLI_ANAK)).toEqual([]);
    await deliver(engine, POLI_ANAK);
  });
});
