import { Redis } from 'ioredis';
import type { RedisLocation } from '../redis/redis-location.js';
import { redisOptions } from '../redis/redis-location.js';
import { RateMeter } from './rate-meter.js';
import type { RateRule } from './rate-rule.js';

/** A request does not wait longer than this, in milliseconds, to be counted. */
const PATIENCE = 250;

/** `taken` of rate-rule.ts, by the clock of Redis, so that those of the processes need not agree. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local period, step = tonumber(ARGV[1]), tonumber(ARGV[2])
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = from - now - (period - step)
if wait > 0 then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.3f', from + step), 'PX', math.ceil(from + step - now))
return 0`;

/** One meter for all processes on one Redis. Rejects at once while it is away. */
export class RedisMeter extends RateMeter {
  private readonly redis: Redis;

  constructor(
    location: RedisLocation,
    private readonly prefix: string,
  ) {
    super();
    this.redis = new Redis({
      ...redisOptions(location),
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: PATIENCE,
    });
    // Without a listener a lost connection would end the process; that it is away, others tell.
    this.redis.on('error', () => undefined);
  }

  async take(key: string, { count, seconds }: RateRule): Promise<number> {
    // The first time; later ioredis reconnects by itself.
    if (this.redis.status === 'wait') await this.redis.connect();
    const period = seconds * 1_000;
    const wait = await this.redis.eval(
      TAKE,
      1,
      `${this.prefix}:rate:${key}`,
      period,
      period / count,
    );
    return Number(wait);
  }

  close(): void {
    this.redis.disconnect();
  }
}
