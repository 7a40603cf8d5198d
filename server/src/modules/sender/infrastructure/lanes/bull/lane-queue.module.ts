import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { redisOptions } from '../../../../../platform/redis/redis-location.js';
import type { RedisLocation } from '../../../../../platform/redis/redis-location.js';
import { LANE_QUEUE } from './lane-queue.js';

/**
 * The queue that carries rings between processes: part of the product only when there is a Redis. It is
 * a doorbell and never the truth; nothing is lost with what Redis forgets.
 */
@Module({})
export class LaneQueueModule {
  /**
   * @param prefix of the keys in Redis: installations that share one Redis need different ones
   */
  static with(redis: RedisLocation, prefix: string): DynamicModule {
    return {
      module: LaneQueueModule,
      global: true,
      imports: [BullModule.registerQueue({ name: LANE_QUEUE, redis: redisOptions(redis), prefix })],
      exports: [BullModule],
    };
  }
}
