import { hash } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config/config.js';
import type { RateLimitSettings, RateRule } from '../config/rate-settings.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Log } from '../logging/log.js';
import { openSharedRedis } from './shared-redis.js';

/** What is counted on its own, beside every request. */
export type RateKind = keyof RateLimitSettings;

type Limiter = RateLimiterMemory | RateLimiterRedis;

/** Refuses who asks too often. */
export class RateLimits implements OnApplicationShutdown {
  private readonly redis: Redis | null;
  private readonly limiters = new Map<RateKind, Limiter>();

  /** Counted in Redis for all processes where there is one, else by this process alone. */
  constructor(
    { redis, redisPrefix, rateLimits }: Pick<Config, 'redis' | 'redisPrefix' | 'rateLimits'>,
    log: Pick<Log, 'warn'>,
  ) {
    this.redis = redis && openSharedRedis(redis, log);
    for (const kind of Object.keys(rateLimits) as RateKind[]) {
      const rule = rateLimits[kind];
      if (rule === null) continue;
      this.limiters.set(kind, limiterOf(rule, this.redis, `${redisPrefix}:limit:${kind}`));
    }
  }

  /**
   * Counts a request of `who`: a session, a person, an account or an address.
   * @throws DomainError REQUEST.TOO_MANY with the seconds to wait
   */
  async take(kind: RateKind, who: string): Promise<void> {
    try {
      // Neither names nor ids of sessions stand in Redis.
      await this.limiters.get(kind)?.consume(hash('sha256', who, 'base64url'));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw new DomainError('REQUEST.TOO_MANY', { seconds });
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}

/**
 * While Redis does not answer, the process allows half by itself. Never none: an attacker who can take
 * Redis away must not gain by it.
 */
function limiterOf(rule: RateRule, redis: Redis | null, keyPrefix: string): Limiter {
  const { count: points, seconds: duration } = rule;
  if (redis === null) return new RateLimiterMemory({ points, duration, keyPrefix });
  return new RateLimiterRedis({
    ...{ points, duration, keyPrefix, storeClient: redis },
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({
      points: Math.max(1, Math.floor(points / 2)),
      duration,
    }),
  });
}
