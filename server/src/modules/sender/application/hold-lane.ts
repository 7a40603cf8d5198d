import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { Log } from '../../../platform/logging/log.js';
import { DeviceHolders } from '../../device/index.js';
import { HeldLane, LEASE } from './held-lane.js';
import { LaneLeases } from './ports/lane-leases.js';

/** Takes lanes for this process. */
@Injectable()
export class HoldLane {
  private readonly holder: string;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly leases: LaneLeases,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly holders: DeviceHolders,
    ids: Ids,
  ) {
    this.holder = ids.next();
  }

  /**
   * The lane of the device, kept until it is released; null when another process has it, or has the
   * session of the device. Where processes share the devices, who holds one takes its lane at once:
   * whoever drove it is gone or was shut out, by the time of the database and not by that of any machine. Its signal aborts with `stop` and when either is lost.
   */
  async take(deviceId: string, stop: AbortSignal): Promise<HeldLane | null> {
    if (!this.holders.has(deviceId)) return null;
    const lease = await this.unit.run(() => {
      const now = this.clock.now();
      if (this.holders.excludeOthers) {
        return this.leases.seize(deviceId, this.holder, now + LEASE.lasts);
      }
      return this.leases.take(deviceId, this.holder, now, now + LEASE.lasts);
    });
    const { unit, leases, clock, log } = this;
    const isOurs = (): boolean => this.holders.has(deviceId);
    const worker = this.holders.excludeOthers ? this.holders.self : null;
    return lease && new HeldLane(lease, stop, { unit, leases, clock, log, isOurs, worker });
  }

  /** Frees every lane at once instead of when it expires: only where no other process can exist. */
  async freeAll(): Promise<void> {
    await this.unit.run(() => this.leases.releaseAll());
  }
}
