import { Injectable } from '@nestjs/common';
import { ProcessBus } from '../../../platform/bus/process-bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceHolds } from './ports/device-holds.js';
import { SessionsHere } from './sessions-here.js';
import { TakeHold } from './take-hold.js';

/** What other modules may ask about which process works for which device. */
@Injectable()
export class DeviceHolders {
  constructor(
    private readonly bus: ProcessBus,
    private readonly unit: UnitOfWork,
    private readonly holds: DeviceHolds,
    private readonly here: SessionsHere,
    private readonly hold: TakeHold,
  ) {}

  /** Name of this process. */
  get self(): string {
    return this.bus.self;
  }

  /**
   * Whether processes share the devices, so that who holds one knows that no other works for it. Where
   * there is one process, nobody has to.
   */
  get excludeOthers(): boolean {
    return this.here.isShared;
  }

  /** Whether this process may work for the device right now. */
  has(deviceId: string): boolean {
    return this.here.has(deviceId);
  }

  /** Name of the process that works for the device; null when none does. */
  async of(deviceId: string): Promise<string | null> {
    if (this.here.has(deviceId)) return this.bus.self;
    return this.unit.run(() => this.holds.holderOf(deviceId));
  }

  /** Takes a device that nobody works for. False when somebody does. */
  async take(deviceId: string): Promise<boolean> {
    try {
      await this.hold.ensure(deviceId);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
