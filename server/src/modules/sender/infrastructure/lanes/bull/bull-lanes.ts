import type { Job, Queue } from 'bull';
import { Id } from '#contracts/common.contract.js';
import type { Log } from '../../../../../platform/logging/log.js';
import { Lanes } from '../../../application/ports/lanes.js';
import type { Ring } from './lane-queue.js';

/** Rings that are answered at the same moment: each takes less than a millisecond. */
const CONCURRENCY = 10;

/**
 * A ring is tried once and leaves nothing behind: one that is lost is made up for by the next round of
 * `WakeLanes`, and one that comes twice finds the lane awake.
 */
const RING_ONCE = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/**
 * Lanes over several processes: a ring goes through Redis to any one that drives lanes. Which process
 * that is does not matter to the promise: the lease of the lane lets one of them in.
 */
export class BullLanes extends Lanes {
  /**
   * @param local lanes of this process
   * @param drives whether this process drives lanes; one that does not only rings
   */
  constructor(
    private readonly queue: Queue<Ring>,
    private readonly local: Lanes,
    private readonly drives: boolean,
    private readonly log: Log,
  ) {
    super();
    // Without a listener a lost connection would end the process.
    queue.on('error', (error) => {
      this.log.error('The queue of lanes has a fault', error);
    });
  }

  ring(deviceId: string): void {
    this.queue.add({ deviceId }, RING_ONCE).catch((error: unknown) => {
      this.log.error('A ring could not be queued', error, { deviceId });
      // Redis is away: this process can do it as well as any.
      if (this.drives) this.local.ring(deviceId);
    });
  }

  async start(): Promise<void> {
    if (!this.drives) return;
    await this.local.start();
    // Resolves when the queue is closed, so nothing waits for it.
    this.queue
      .process(CONCURRENCY, (job: Job<Ring>) => {
        this.local.ring(Id.parse(job.data.deviceId));
        return Promise.resolve();
      })
      .catch((error: unknown) => {
        this.log.error('Rings are not answered any more', error);
      });
  }

  async stop(): Promise<void> {
    if (!this.drives) return;
    // Of this process only: others go on answering.
    this.queue.pause(true, true).catch((error: unknown) => {
      this.log.error('The queue of lanes could not be left', error);
    });
    await this.local.stop();
  }
}
