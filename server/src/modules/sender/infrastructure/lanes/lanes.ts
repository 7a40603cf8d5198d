import type { Queue } from 'bull';
import type { Config } from '../../../../platform/config/config.js';
import type { Clock } from '../../../../platform/kernel/clock.js';
import type { Log } from '../../../../platform/logging/log.js';
import type { DeviceHolders } from '../../../device/index.js';
import type { LaneDriver, Lanes } from '../../application/ports/lanes.js';
import { BullLanes } from './bull/bull-lanes.js';
import { LaneQueues } from './bull/lane-queues.js';
import type { Ring } from './bull/lane-queue.js';
import { InProcessLanes } from './in-process-lanes.js';

/** The lanes for these settings: over `queue` when there is a Redis, else in this process. */
export function lanesOf(
  { role, redis, redisPrefix }: Pick<Config, 'role' | 'redis' | 'redisPrefix'>,
  driver: LaneDriver,
  clock: Clock,
  log: Log,
  holders: DeviceHolders,
  queue?: Queue<Ring>,
): Lanes {
  const local = new InProcessLanes(driver, clock, log);
  if (!queue || redis === null) return local;
  const queues = new LaneQueues(redis, redisPrefix, log);
  return new BullLanes({ queue, queues, local, holders, log }, role !== 'web');
}
