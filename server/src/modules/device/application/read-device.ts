import { Injectable } from '@nestjs/common';
import type { DeviceView } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { viewOf } from './device-view.js';
import { requireDevice } from './require-device.js';
import { DeviceRepository } from './ports/device-repository.js';

/** One device of the list of somebody who may use `scope`. Throws DEVICE.NOT_FOUND. */
@Injectable()
export class ReadDevice {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
  ) {}

  async run(id: string, scope: DeviceScope): Promise<DeviceView> {
    return viewOf(await this.unit.run(() => requireDevice(this.devices, id, scope)));
  }
}
