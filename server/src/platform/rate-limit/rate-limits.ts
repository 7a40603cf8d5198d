import { hash } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../config/config.js';
import type { RateLimitSettings } from '../config/rate-settings.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Clock } from '../kernel/clock.js';
import type { Log } from '../logging/log.js';
import { MemoryMeter } from './memory-meter.js';
import type { RateMeter } from './rate-meter.js';
import { RedisMeter } from './redis-meter.js';
import { SharedMeter } from './shared-meter.js';

/** What is counted on its own, beside every request. */
export type RateKind = keyof RateLimitSettings;

/** Refuses who asks too often. */
export class RateLimits implements OnApplicationShutdown {
  constructor(
    private readonly meter: RateMeter,
    private readonly rules: RateLimitSettings,
    private readonly close: () => void = () => undefined,
  ) {}

  /** Counted in Redis for all processes where there is one, else by this process alone. */
  static of(
    { redis, redisPrefix, rateLimits }: Pick<Config, 'redis' | 'redisPrefix' | 'rateLimits'>,
    clock: Clock,
    log: Log,
  ): RateLimits {
    const own = new MemoryMeter(clock);
    if (redis === null) return new RateLimits(own, rateLimits);
    const shared = new RedisMeter(redis, redisPrefix);
    return new RateLimits(new SharedMeter(shared, own, clock, log), rateLimits, () => {
      shared.close();
    });
  }

  /**
   * Counts a request of `who`: a session, a person, an account or an address.
   * @throws DomainError REQUEST.TOO_MANY with the seconds to wait
   */
  async take(kind: RateKind, who: string): Promise<void> {
    const rule = this.rules[kind];
    if (rule === null) return;
    // Neither names nor ids of sessions stand in Redis.
    const wait = await this.meter.take(`${kind}:${hash('sha256', who, 'base64url')}`, rule);
    if (wait > 0) throw new DomainError('REQUEST.TOO_MANY', { seconds: Math.ceil(wait / 1_000) });
  }

  onApplicationShutdown(): void {
    this.close();
  }
}
