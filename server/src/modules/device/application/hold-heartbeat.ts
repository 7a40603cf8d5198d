import * as z from 'zod';
import type { ProcessBus, Topic } from '../../../platform/bus/process-bus.js';
import type { Clock } from '../../../platform/kernel/clock.js';
import type { Log } from '../../../platform/logging/log.js';
import type { HoldDevices } from './hold-devices.js';
import { HOLD } from './take-hold.js';

/** Between processes: a worker has ended and given its devices back; they can be taken at once. */
const FREED: Topic<Record<string, never>> = { name: 'devices-freed', schema: z.strictObject({}) };

/** Says again and again that this worker lives, and takes its share of the devices with every beat. */
export class HoldHeartbeat {
  private readonly stopping = new AbortController();
  /** Ends the wait for the next beat. */
  private nudge = new AbortController();
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly holding: HoldDevices,
    private readonly bus: ProcessBus,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  start(): void {
    this.bus.subscribe(FREED, () => {
      this.nudge.abort();
    });
    this.beating = this.keepBeating();
  }

  /** Resolves when it beats no more; what is held stays held for as long as it was last said. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.beating;
  }

  /** Gives everything back, and has the other workers take it now instead of at their next beat. */
  async leave(): Promise<void> {
    await this.holding.leave();
    this.bus.publish(FREED, {});
  }

  private async keepBeating(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nudge = new AbortController();
      const next = AbortSignal.any([this.stopping.signal, this.nudge.signal]);
      try {
        await this.holding.beat();
      } catch (error) {
        this.log.error('This worker cannot be heard of', error);
      }
      await this.clock.wait(HOLD.heartbeat, next);
    }
  }
}
