import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { roomFor } from '../domain/share.js';
import { DeviceHolds } from './ports/device-holds.js';
import type { HeldDevice } from './ports/device-holds.js';
import { SessionsHere } from './sessions-here.js';
import { HOLD, TakeHold, countsUntil } from './take-hold.js';
import { TakeUpDevice } from './take-up-device.js';

/** Workers of whom nothing was heard for so long do not come back under that name, in milliseconds. */
const DEAD_AFTER = 24 * 60 * 60 * 1000;

/** How often they are looked for, in milliseconds. */
const SWEEP_INTERVAL = 60 * 60 * 1000;

/** What this process holds of the devices that several processes share. */
@Injectable()
export class HoldDevices {
  /** When the dead are looked for next. */
  private nextSweep = 0;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly holds: DeviceHolds,
    private readonly here: SessionsHere,
    private readonly takeUp: TakeUpDevice,
    private readonly take: TakeHold,
    private readonly clock: Clock,
  ) {}

  /**
   * One heartbeat: keeps what is held, ends at once what another took, and takes its share of what
   * nobody holds. A failure of the database leaves everything as it is, until its time is up.
   */
  async beat(): Promise<void> {
    const asked = this.clock.now();
    try {
      const kept = await this.unit.run(() => this.holds.renew(this.take.worker, HOLD.lasts));
      this.keep(kept, countsUntil(asked));
      await this.putDown((deviceId) => !kept.some((held) => held.deviceId === deviceId));
    } catch (error) {
      await this.closeExpired();
      throw error;
    }
    await this.giveBackIdle();
    await this.endAbandoned();
    await this.sweep();
    await this.takeShare();
  }

  /** Gives everything back, after the sessions were closed. */
  async leave(): Promise<void> {
    for (const deviceId of this.here.all) this.here.forget(deviceId);
    await this.unit.run(() => this.holds.leave(this.take.worker));
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (now < this.nextSweep) return;
    await this.unit.run(() => this.holds.forgetDead(DEAD_AFTER));
    this.nextSweep = now + SWEEP_INTERVAL;
  }

  /** What has no session needs no holder: who begins to link it may be another worker. */
  private async giveBackIdle(): Promise<void> {
    await this.unit.run(async () => {
      for (const deviceId of await this.holds.idle(this.take.worker)) {
        this.here.forget(deviceId);
        await this.holds.release(deviceId, this.take.worker);
      }
    });
  }

  private keep(kept: readonly HeldDevice[], until: number): void {
    for (const { deviceId, isLinked } of kept) {
      // Given to this worker by another process, whose question did not arrive.
      if (isLinked && !this.here.all.includes(deviceId)) this.here.markUnopened(deviceId);
      this.here.keep(deviceId, until);
    }
  }

  /**
   * Closes sessions that another worker may have by now. They are remembered: when the database is back
   * and they turn out to be ours still, they have to be opened again.
   */
  private async closeExpired(): Promise<void> {
    for (const deviceId of this.here.expired) {
      this.here.markUnopened(deviceId);
      await this.takeUp.putDown(deviceId);
    }
  }

  /** A linking whose worker died ends here, so that a person can begin another. */
  private async endAbandoned(): Promise<void> {
    const abandoned = await this.unit.run(() => this.holds.abandoned(HOLD.lasts));
    for (const deviceId of abandoned) await this.takeUp.run(deviceId);
  }

  private async putDown(isLost: (deviceId: string) => boolean): Promise<void> {
    for (const deviceId of this.here.all.filter(isLost)) {
      this.here.forget(deviceId);
      await this.takeUp.putDown(deviceId);
    }
  }

  private async takeShare(): Promise<void> {
    const { loads, unheld } = await this.unit.run(async () => ({
      loads: await this.holds.workers(),
      unheld: await this.holds.unheld(),
    }));
    let room = roomFor(this.take.worker, loads, unheld.length);
    for (const deviceId of unheld) {
      if (room === 0) break;
      try {
        await this.take.ensure(deviceId);
        room -= 1;
      } catch (error) {
        // Another worker was faster, and leaves the next ones for this one.
        if (!(error instanceof DomainError)) throw error;
      }
    }
    await this.open();
  }

  /** Opens the sessions of devices that were taken, however they came here. */
  private async open(): Promise<void> {
    for (const deviceId of this.here.toOpen) {
      await this.takeUp.run(deviceId);
      this.here.markOpened(deviceId);
    }
  }
}
