import Bull from 'bull';
import type { Queue } from 'bull';
import type { Log } from '../../../../../platform/logging/log.js';
import { redisOptions } from '../../../../../platform/redis/redis-location.js';
import type { RedisLocation } from '../../../../../platform/redis/redis-location.js';
import type { Ring } from './lane-queue.js';
import { endsInTime, leaveQueue } from './leave-queue.js';

/** The queues of single workers: a ring for a device goes to the one that holds it. */
export class LaneQueues {
  private readonly queues = new Map<string, Queue<Ring>>();

  constructor(
    private readonly redis: RedisLocation,
    private readonly prefix: string,
    private readonly log: Log,
  ) {}

  /** @param worker its name on the bus */
  of(worker: string): Queue<Ring> {
    const known = this.queues.get(worker);
    if (known) return known;
    const queue = new Bull<Ring>(`lane.${worker}`, {
      redis: redisOptions(this.redis),
      prefix: this.prefix,
    });
    // Without a listener a lost connection would end the process.
    queue.on('error', (error) => {
      this.log.error('The queue of a worker has a fault', error);
    });
    this.queues.set(worker, queue);
    return queue;
  }

  /**
   * Leaves them all; the queue of `own` with what is still in it, since that worker is ending. Within seconds,
   * also while Redis is away: what stays there does no harm.
   */
  async close(own: string | null): Promise<void> {
    if (own !== null && !(await endsInTime(this.clear(own)))) {
      this.log.warn('The queue of a worker could not be cleared in time');
    }
    await Promise.all([...this.queues.values()].map((queue) => leaveQueue(queue)));
  }

  private async clear(own: string): Promise<void> {
    try {
      await this.of(own).obliterate({ force: true });
    } catch (error) {
      this.log.error('The queue of a worker could not be cleared', error);
    }
  }
}
