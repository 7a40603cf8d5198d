import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { NO_RATE_LIMITS } from '../../src/platform/config/rate-settings.js';
import type { RateLimitSettings } from '../../src/platform/config/rate-settings.js';
import { DomainError } from '../../src/platform/kernel/domain-error.js';
import { RateLimits } from '../../src/platform/rate-limit/rate-limits.js';
import type { RateKind } from '../../src/platform/rate-limit/rate-limits.js';
import { TcpProxy } from '../support/own/tcp-proxy.js';
import { RecordingLog } from '../support/recording-log.js';
import { describeWithRedis } from '../support/services.js';

const RULE = { count: 4, seconds: 60 };
const PATIENCE = 15_000;

type Rules = Partial<RateLimitSettings>;

/** Asks so often; how many were granted. */
async function ask(limits: RateLimits, times: number, who = 'Siti', kind: RateKind = 'login') {
  let granted = 0;
  for (let at = 0; at < times; at++) {
    if ((await waitOf(limits, who, kind)) === 0) granted += 1;
  }
  return granted;
}

/** Asks once: 0 when it is granted, else the seconds to wait. */
async function waitOf(limits: RateLimits, who = 'Siti', kind: RateKind = 'login'): Promise<number> {
  try {
    await limits.take(kind, who);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('REQUEST.TOO_MANY');
    return Number(error.params.seconds);
  }
}

/** What holds wherever it is counted. */
function keepsTheRule(open: (rules: Rules) => Promise<RateLimits>): void {
  it('grants so many to each person and kind, and tells everybody else how long to wait', async () => {
    const limits = await open({ login: RULE, upload: RULE });
    expect(await ask(limits, 9)).toBe(4);
    expect(await waitOf(limits)).toBeGreaterThan(50);
    expect(await waitOf(limits)).toBeLessThanOrEqual(60);
    expect(await ask(limits, 9, 'Budi')).toBe(4);
    expect(await ask(limits, 9, 'Siti', 'upload')).toBe(4);
    expect(await ask(limits, 9, 'Siti', 'export')).toBe(9);
  });

  it('grants all of them again once the time is over, which those refused do not lengthen', async () => {
    const limits = await open({ login: { count: 4, seconds: 2 } });
    await ask(limits, 4);
    const began = Date.now();
    while ((await waitOf(limits)) > 0) {
      expect(Date.now() - began).toBeLessThan(5_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(Date.now() - began).toBeGreaterThan(1_000);
    expect(await ask(limits, 9)).toBe(3);
  });
}

describe('limits of one process', () => {
  keepsTheRule((rules) => {
    const config = { redis: null, redisPrefix: 'prima' };
    const rateLimits = { ...NO_RATE_LIMITS, ...rules };
    return Promise.resolve(new RateLimits({ ...config, rateLimits }, new RecordingLog()));
  });
});

describeWithRedis('limits of all processes', (url) => {
  let redisPrefix: string;
  let redis: Redis;
  let line: TcpProxy;
  let log: RecordingLog;
  let opened: RateLimits[];

  beforeEach(async () => {
    redisPrefix = `prima_test_${randomBytes(4).toString('hex')}`;
    redis = new Redis(url);
    line = await TcpProxy.open(Number(new URL(url).port || 6379));
    log = new RecordingLog();
    opened = [];
  });
  afterEach(async () => {
    for (const limits of opened) limits.onApplicationShutdown();
    await line.close();
    const keys = await redis.keys(`${redisPrefix}:*`);
    if (keys.length > 0) await redis.del(keys);
    redis.disconnect();
  });

  const open = async (rules: Rules): Promise<RateLimits> => {
    const rateLimits = { ...NO_RATE_LIMITS, ...rules, invite: { count: 1_000_000, seconds: 9 } };
    const location = { url: `redis://127.0.0.1:${String(line.port)}`, ca: null };
    const limits = new RateLimits({ redis: location, redisPrefix, rateLimits }, log);
    opened.push(limits);
    await untilShared(limits);
    return limits;
  };
  /** Until a request has been counted in Redis. */
  const untilShared = async (limits: RateLimits): Promise<void> => {
    for (const until = Date.now() + PATIENCE; ;) {
      const who = randomBytes(4).toString('hex');
      const before = (await redis.keys(`${redisPrefix}:*`)).length;
      await limits.take('invite', who);
      if ((await redis.keys(`${redisPrefix}:*`)).length > before) return;
      if (Date.now() > until) throw new Error('It is not counted in Redis');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const warnings = () => log.lines.filter(({ level }) => level === 'warn').length;

  keepsTheRule(open);

  it('are one limit, in which no name stands and which Redis forgets', async () => {
    const rules = { login: RULE };
    const [one, other] = [await open(rules), await open(rules)];
    expect([await ask(one, 3), await ask(other, 3), await ask(one, 1)]).toEqual([3, 1, 0]);
    const keys = await redis.keys(`${redisPrefix}:limit:login:*`);
    expect(keys).toEqual([expect.not.stringMatching(/siti/iu)]);
    expect(await redis.pttl(keys[0] ?? '')).toBeGreaterThan(50_000);
    expect(warnings()).toBe(0);
  });

  it('are half in each process while Redis is silent or gone, which nobody waits for; then one again', async () => {
    const limits = await open({ login: RULE });
    expect(await ask(limits, 9)).toBe(4);
    for (const fault of [() => line.slowDown(3_000), () => line.cut()]) {
      const who = randomBytes(4).toString('hex');
      fault();
      const began = Date.now();
      expect(await ask(limits, 30, who)).toBe(2);
      // Somebody has to wait first; all of them would for 15 seconds.
      expect(Date.now() - began).toBeLessThan(3_000);
      // Time to try in vain more than once.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      line.slowDown(0);
      line.restore();
      await untilShared(limits);
      expect(await ask(limits, 9, who)).toBe(4);
    }
    // What was counted before is still known, and it was told once for each time.
    expect([await ask(limits, 9), warnings()]).toEqual([0, 2]);
  }, 60_000);
});
