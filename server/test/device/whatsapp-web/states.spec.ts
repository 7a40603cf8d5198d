import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POLI_ANAK, link } from '../../../src/modules/device/testing/gateway-harness.js';
import { deliver, digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';

const account = digits(POLI_ANAK.phone);

/** One device is linked once; then WhatsApp says one thing after the other about it. */
describe('states of WhatsApp that stop a session', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await openWhatsappWeb();
    await link(engine, POLI_ANAK);
    await deliver(engine, POLI_ANAK);
  });

  afterAll(() => engine.close());

  const last = () => engine.news.statesOf(POLI_ANAK).at(-1);
  const reason = () => engine.news.reasons.get(POLI_ANAK.id);

  it.each([
    ['CONFLICT', 'failed', 'used-elsewhere'],
    ['TOS_BLOCK', 'restricted', 'banned'],
    ['SMB_TOS_BLOCK', 'restricted', 'banned'],
    ['PROXYBLOCK', 'restricted', 'network-blocked'],
    ['DEPRECATED_VERSION', 'failed', 'whatsapp-outdated'],
  ])('stops at %s, keeps the link, and comes back when that is over', async (state, told, why) => {
    engine.standIn.setState(account, state, true);
    await engine.until(() => last() === told);
    expect(reason()).toBe(why);
    // It is tried again, in vain at first.
    await engine.until(() => engine.standIn.browsers(account).length === 0);
    await engine.until(() => engine.standIn.browsers(account).length > 0);
    engine.standIn.setState(account, 'CONNECTED');
    await engine.until(() => last() === 'ready');
    await deliver(engine, POLI_ANAK);
    expect(engine.news.codesOf(POLI_ANAK)).toHaveLength(1);
  });
});
