import { describe, expect, it } from '@jest/globals';
import { refusalOfRedis, warningsOf } from './redis-check.js';
import { redisOptions } from './redis-location.js';

describe('redisOptions', () => {
  it.each([
    ['redis://cache', { host: 'cache', port: 6379, db: 0 }],
    ['redis://:p%40ss@cache:7000/3', { host: 'cache', port: 7000, db: 3, password: 'p@ss' }],
    [
      'rediss://prima:geheim@[::1]',
      { host: '::1', port: 6379, db: 0, username: 'prima', password: 'geheim', tls: {} },
    ],
  ])('of %s', (url, options) => {
    expect(redisOptions({ url, ca: null })).toEqual(options);
  });

  it('trust the certificates that were given', () => {
    expect(redisOptions({ url: 'rediss://cache', ca: 'PEM' }).tls).toEqual({ ca: 'PEM' });
  });
});

describe('what Redis says of itself', () => {
  it.each([
    ['redis_version:5.0.7', 'REDIS_URL: Redis 5.0.7 terlalu tua. Perlu Redis 6 ke atas.'],
    ['# Server\r\nredis_version:6.0.16\r\n', null],
    ['redis_version:7.2.4', null],
  ])('%j', (facts, refusal) => {
    expect(refusalOfRedis(facts)).toBe(refusal);
  });

  it('is warned of where it may forget', () => {
    expect(warningsOf('maxmemory_policy:noeviction\r\naof_enabled:1\r\n')).toEqual([]);
    expect(warningsOf('maxmemory_policy:allkeys-lru\r\naof_enabled:0\r\n')).toEqual([
      'Redis may throw keys away: set maxmemory-policy to noeviction, not allkeys-lru',
      'Redis forgets at a restart: set appendonly to yes',
    ]);
  });
});
