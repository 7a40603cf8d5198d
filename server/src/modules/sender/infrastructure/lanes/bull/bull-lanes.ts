import type { Job, Queue } from 'bull';
import { Id } from '#contracts/common.contract.js';
import type { Log } from '../../../../../platform/logging/log.js';
import type { DeviceHolders } from '../../../../device/index.js';
import { Lanes } from '../../../application/ports/lanes.js';
import type { LaneQueues } from './lane-queues.js';
import type { Ring } from './lane-queue.js';
import { leaveQueue } from './leave-queue.js';

/** Rings that are answered at the same moment: each takes less than a millisecond. */
const CONCURRENCY = 10;

/**
 * A ring is tried once and leaves nothing behind: one that is lost is made up for by the next round of
 * `WakeLanes`, and one that comes twice finds the lane awake.
 */
const RING_ONCE = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** What lanes over several processes are made of. */
export interface BullLaneParts {
  /** Rings for devices that nobody holds: any worker answers them. */
  readonly queue: Queue<Ring>;
  /** Those of the single workers. */
  readonly queues: LaneQueues;
  /** Lanes of this process. */
  readonly local: Lanes;
  readonly holders: Pick<DeviceHolders, 'self' | 'of' | 'take'>;
  readonly log: Log;
}

/**
 * Lanes over several processes: a ring goes through Redis to the process that holds the device, or, when
 * none does, to any worker, which then takes it. A ring at the wrong door does no harm: the lease of the
 * lane lets one of them in.
 */
export class BullLanes extends Lanes {
  private isLeft = false;

  /** @param drives whether this process drives lanes; one that does not only rings */
  constructor(
    private readonly parts: BullLaneParts,
    private readonly drives: boolean,
  ) {
    super();
    // Without a listener a lost connection would end the process.
    parts.queue.on('error', (error) => {
      this.parts.log.error('The queue of lanes has a fault', error);
    });
  }

  ring(deviceId: string): void {
    this.ringAtHolder(deviceId).catch((error: unknown) => {
      this.parts.log.error('A ring could not be queued', error, { deviceId });
      // Redis is away: this process can do it as well as any.
      if (this.drives) this.parts.local.ring(deviceId);
    });
  }

  async start(): Promise<void> {
    if (!this.drives) return;
    await this.parts.local.start();
    this.answer(this.parts.queues.of(this.parts.holders.self), (deviceId) => {
      this.parts.local.ring(deviceId);
      return Promise.resolve();
    });
    this.answer(this.parts.queue, async (deviceId) => {
      if (await this.parts.holders.take(deviceId)) this.parts.local.ring(deviceId);
      else await this.ringAtHolder(deviceId);
    });
  }

  async stop(): Promise<void> {
    if (this.drives) {
      // Of this process only: others go on answering.
      this.parts.queue.pause(true, true).catch((error: unknown) => {
        // Its connection is closed below, whether it has answered or not.
        if (!this.isLeft) this.parts.log.error('The queue of lanes could not be left', error);
      });
      await this.parts.local.stop();
    }
    this.isLeft = true;
    await Promise.all([
      this.parts.queues.close(this.drives ? this.parts.holders.self : null),
      // Before Nest does it, which would wait for a Redis that is away.
      leaveQueue(this.parts.queue),
    ]);
  }

  private async ringAtHolder(deviceId: string): Promise<void> {
    const holder = await this.parts.holders.of(deviceId);
    if (this.drives && holder === this.parts.holders.self) {
      // No way round through Redis, which may be away.
      this.parts.local.ring(deviceId);
      return;
    }
    const queue = holder === null ? this.parts.queue : this.parts.queues.of(holder);
    await queue.add({ deviceId }, RING_ONCE);
  }

  private answer(queue: Queue<Ring>, ring: (deviceId: string) => Promise<void>): void {
    // Resolves when the queue is closed, so nothing waits for it.
    queue
      .process(CONCURRENCY, (job: Job<Ring>) => ring(Id.parse(job.data.deviceId)))
      .catch((error: unknown) => {
        this.parts.log.error('Rings are not answered any more', error);
      });
  }
}
