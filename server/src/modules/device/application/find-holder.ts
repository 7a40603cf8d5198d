import { Injectable } from '@nestjs/common';
import { ProcessBus } from '../../../platform/bus/process-bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceHolds } from './ports/device-holds.js';
import type { HolderOfDevices } from './ports/holder-of-devices.js';
import { SessionsHere } from './sessions-here.js';
import { HOLD, TakeHold } from './take-hold.js';

/** Finds out of the database who works for a device; the least busy worker takes a free one. */
@Injectable()
export class FindHolder implements HolderOfDevices {
  constructor(
    private readonly bus: ProcessBus,
    private readonly unit: UnitOfWork,
    private readonly holds: DeviceHolds,
    private readonly here: SessionsHere,
    private readonly hold: TakeHold,
  ) {}

  /**
   * Throws DEVICE.NO_WORKER; DEVICE.HELD_ELSEWHERE when another one took it at this moment, or is a process
   * that this one cannot talk to: the product was started twice on one database, without a Redis.
   */
  async find(deviceId: string): Promise<string> {
    if (this.here.has(deviceId)) return this.bus.self;
    const process =
      (await this.unit.run(() => this.holds.holderOf(deviceId))) ??
      (await this.unit.run(() => this.holds.assign(deviceId, HOLD.lasts)));
    if (process === null) throw new DomainError('DEVICE.NO_WORKER');
    if (process !== this.bus.self && !this.bus.reachesOthers) {
      throw new DomainError('DEVICE.HELD_ELSEWHERE');
    }
    if (process === this.bus.self) await this.hold.ensure(deviceId);
    return process;
  }
}
