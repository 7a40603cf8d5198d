import { Injectable } from '@nestjs/common';
import type { DeviceList } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { viewOf } from './device-view.js';
import { DeviceRepository } from './ports/device-repository.js';

/** The list of WA Connected: every device of `scope` that is not removed, the oldest first. */
@Injectable()
export class ListDevices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
  ) {}

  async run(scope: DeviceScope): Promise<DeviceList> {
    const devices = await this.unit.run(() => this.devices.listActive(scope));
    return { items: devices.map(viewOf) };
  }
}
