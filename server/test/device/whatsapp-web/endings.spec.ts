import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  POLI_ANAK,
  POLI_GIGI,
  link,
  showCode,
} from '../../../src/modules/device/testing/gateway-harness.js';
import { deliver, digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest } from './engine-under-test.js';

const account = digits(POLI_ANAK.phone);

describe('sessions of whatsapp-web.js that end', () => {
  let engine: EngineUnderTest;

  beforeEach(async () => {
    engine = await openWhatsappWeb();
  });

  afterEach(() => engine.close());

  /** Links the device, which then sends. */
  const linkAndSend = async () => {
    await link(engine, POLI_ANAK);
    await deliver(engine, POLI_ANAK);
  };
  const last = () => engine.news.statesOf(POLI_ANAK).at(-1);
  const reason = () => engine.news.reasons.get(POLI_ANAK.id);
  const folder = () => existsSync(join(engine.dataDir, 'sessions', POLI_ANAK.id));

  it('is over when the phone removes the link, and the next one lasts', async () => {
    await linkAndSend();
    engine.standIn.unlink(account);
    await engine.until(() => last() === 'logged-out');
    expect(reason()).toBe('phone-logged-out');
    await engine.until(() => engine.leftovers() === 0);
    expect(folder()).toBe(false);

    await linkAndSend();
    engine = await engine.restart();
    await engine.gateway.sessions.open(POLI_ANAK);
    await engine.until(() => last() === 'ready');
    expect(engine.news.codesOf(POLI_ANAK)).toEqual([]);
    await deliver(engine, POLI_ANAK);
  });

  it('is over when the phone removed the link while nothing ran', async () => {
    await linkAndSend();
    await engine.gateway.sessions.close(POLI_ANAK.id);
    engine.standIn.unlink(account);
    await engine.gateway.sessions.open(POLI_ANAK);
    await engine.until(() => last() === 'logged-out');
    expect(['phone-logged-out', 'session-missing']).toContain(reason());
    expect(engine.news.codesOf(POLI_ANAK)).toHaveLength(1);
    await engine.until(() => engine.leftovers() === 0);
    expect(folder()).toBe(false);
  });

  it('logs out on the phone as well, and leaves nothing here', async () => {
    await linkAndSend();
    expect(engine.standIn.linked(account)).toBe(1);
    await engine.gateway.sessions.unlink(POLI_ANAK);
    expect(engine.standIn.linked(account)).toBe(0);
    expect(folder()).toBe(false);
    expect(engine.leftovers()).toBe(0);
  });

  it('ends here and says so when the page is too dead to tell the phone', async () => {
    await linkAndSend();
    await engine.standIn.hang(60_000, account);
    const unlinking = engine.gateway.sessions.unlink(POLI_ANAK);
    await expect(unlinking).rejects.toThrow('could not be told');
    expect(engine.standIn.linked(account)).toBe(1);
    expect(folder()).toBe(false);
    expect(engine.leftovers()).toBe(0);
  });

  it('ends here and says so when there is no network', async () => {
    await linkAndSend();
    engine.standIn.offline(account);
    const unlinking = engine.gateway.sessions.unlink(POLI_ANAK);
    await expect(unlinking).rejects.toThrow('could not be told');
    expect(engine.leftovers()).toBe(0);
  });

  it('refuses a second program on the same profile, which tries again by itself', async () => {
    await linkAndSend();
    const { standIn, dataDir, handOvers } = engine;
    const second = await openWhatsappWeb({ standIn, dataDir, handOvers });
    try {
      await second.gateway.sessions.open(POLI_ANAK);
      await second.until(() => second.news.statesOf(POLI_ANAK).at(-1) === 'failed');
      expect(second.news.reasons.get(POLI_ANAK.id)).toBe('profile-in-use');
      expect(last()).toBe('ready');
      expect(standIn.browsers(account)).toHaveLength(1);
      await engine.gateway.sessions.close(POLI_ANAK.id);
      await second.until(() => second.news.statesOf(POLI_ANAK).at(-1) === 'ready');
      await deliver(second, POLI_ANAK);
    } finally {
      await second.gateway.shutdown();
    }
  });

  it('logs a phone with another number out again', async () => {
    const shown = await showCode(engine, POLI_ANAK);
    await engine.scan(POLI_ANAK, shown, POLI_GIGI.phone);
    await engine.until(() => last() === 'wrong-number');
    expect(engine.standIn.linked(digits(POLI_GIGI.phone))).toBe(0);
    await engine.until(() => engine.leftovers() === 0);
    expect(folder()).toBe(false);
  });
});
