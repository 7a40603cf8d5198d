import type { Queue } from 'bull';
import type { Config } from '../../../../platform/config/config.js';
import type { Clock } from '../../../../platform/kernel/clock.js';
import type { Log } from '../../../../platform/logging/log.js';
import type { LaneDriver, Lanes } from '../../application/ports/lanes.js';
import { BullLanes } from './bull/bull-lanes.js';
import type { Ring } from './bull/lane-queue.js';
import { InProcessLanes } from './in-process-lanes.js';

/** The lanes for these settings: over `queue` when there is a Redis, else in this process. */
export function lanesOf(
  { role }: Pick<Config, 'role'>,
  driver: LaneDriver,
  clock: Clock,
  log: Log,
  queue?: Queue<Ring>,
): Lanes {
  const local = new InProcessLanes(driver, clock, log);
  return queue ? new BullLanes(queue, local, role !== 'web', log) : local;
}
