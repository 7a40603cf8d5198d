import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { redisOptions } from '../redis/redis-location.js';

/** Says whether Redis answers, on a connection of its own. Where there is none to ask, all is well. */
@Injectable()
export class RedisPulse implements OnApplicationShutdown {
  private readonly redis: Redis | null;
  private fault: Error | null = null;

  constructor(@Inject(CONFIG) { redis }: Pick<Config, 'redis'>) {
    this.redis =
      redis === null
        ? null
        : new Redis({
            ...redisOptions(redis),
            lazyConnect: true,
            enableOfflineQueue: false,
            maxRetriesPerRequest: 0,
          });
    // Without a listener a lost connection would end the process.
    this.redis?.on('error', (error: Error) => (this.fault = error));
  }

  /** Resolves with null when it answers; rejects otherwise. */
  async beat(): Promise<null> {
    const { redis } = this;
    if (redis === null) return null;
    try {
      // The first time; later ioredis reconnects by itself.
      if (redis.status === 'wait') await redis.connect();
      await redis.ping();
      return null;
    } catch (error) {
      throw this.fault ?? error;
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }
}
