import { Redis } from 'ioredis';
import type { Log } from '../logging/log.js';
import type { RedisLocation } from '../redis/redis-location.js';
import { redisOptions } from '../redis/redis-location.js';

/** A Redis that says nothing for so long, in milliseconds, is away: nobody waits for it in vain a second time. */
const PATIENCE = 500;

/** A connection that is never waited for: it answers at once, or rejects, and comes back by itself. */
export function openSharedRedis(location: RedisLocation, log: Pick<Log, 'warn'>): Redis {
  const redis = new Redis({
    ...redisOptions(location),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    socketTimeout: PATIENCE,
  });
  let isAway = false;
  // Without a listener a lost connection would end the process; why it is away, others tell.
  redis.on('error', () => undefined);
  redis.on('ready', () => (isAway = false));
  redis.on('reconnecting', () => {
    if (!isAway) log.warn('Requests are counted by this process alone: no Redis');
    isAway = true;
  });
  return redis;
}
