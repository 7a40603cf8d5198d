import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { Device } from '../domain/device.js';
import { afterRestart } from '../domain/session-machine.js';
import { EngineCalls } from './engine-calls.js';
import { DeviceRepository } from './ports/device-repository.js';
import { SessionChanges } from './session-changes.js';

/** Brings the devices back after a start of the server. */
@Injectable()
export class RestoreDevices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly changes: SessionChanges,
    private readonly engines: EngineCalls,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the stored states true again before anybody reads them: no session is open yet, and a
   * linking that the end of the server interrupted is over.
   *
   * @returns the devices whose sessions `open` is to restore.
   */
  async reset(): Promise<Device[]> {
    const linked: Device[] = [];
    for (const { id } of await this.unit.run(() => this.devices.listActive('all'))) {
      const device = await this.changes.change(id, (now) => afterRestart(now, this.clock.now()));
      if (device?.state === 'reconnecting') linked.push(device);
    }
    return linked;
  }

  /** Restores sessions, one after the other so that a start is no thundering herd. */
  async open(linked: readonly Device[]): Promise<void> {
    for (const device of linked) await this.engines.openSession(device);
  }
}
