import { Injectable } from '@nestjs/common';
import { ProcessBus } from '../../../platform/bus/process-bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import type { Counter, LabelSets } from '../../../platform/metrics/metrics.js';
import { DeviceHolds } from './ports/device-holds.js';
import { SessionsHere } from './sessions-here.js';

/**
 * How long a worker keeps its devices without being heard of, and how often it is heard: its devices
 * are with another within half a minute of its death. In milliseconds.
 */
export const HOLD = { lasts: 20_000, heartbeat: 5_000 } as const;

/** So much earlier than the database a worker believes that its time is up, in milliseconds. */
const MARGIN = 3_000;

/** Until when a hold counts here that was asked for at `asked`. */
export const countsUntil = (asked: number): number => asked + HOLD.lasts - MARGIN;

/** Takes devices for this process. */
@Injectable()
export class TakeHold {
  private readonly takeovers: Counter<LabelSets>;

  constructor(
    private readonly bus: ProcessBus,
    private readonly unit: UnitOfWork,
    private readonly holds: DeviceHolds,
    private readonly here: SessionsHere,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.takeovers = metrics.counter({
      name: 'prima_device_takeovers_total',
      help: 'Devices that were taken because their worker was not heard of any more',
      labels: {},
    });
  }

  /** Name of this process as a worker. */
  get worker(): string {
    return this.bus.self;
  }

  /** Makes sure that this process holds the device. Throws DEVICE.HELD_ELSEWHERE. */
  async ensure(deviceId: string): Promise<void> {
    if (this.here.has(deviceId)) return;
    const asked = this.clock.now();
    const { taken, isLinked, before } = await this.unit.run(async () => ({
      isLinked: await this.holds.isLinked(deviceId),
      before: await this.holds.lastHolderOf(deviceId),
      taken: await this.holds.take(deviceId, this.bus.self, HOLD.lasts),
    }));
    if (!taken) throw new DomainError('DEVICE.HELD_ELSEWHERE');
    if (before !== null && before !== this.bus.self) this.takeovers.add({});
    // Its session is to be opened by whoever takes it, unless it is open here still.
    if (isLinked && !this.here.all.includes(deviceId)) this.here.markUnopened(deviceId);
    this.here.keep(deviceId, countsUntil(asked));
  }
}
