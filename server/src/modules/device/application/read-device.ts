import { Injectable } from '@nestjs/common';
import type { DeviceView } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { viewOf } from './device-view.js';
import { requireDevice } from './require-device.js';
import { DeviceRepository } from './ports/device-repository.js';

/** One device of the list. Throws DEVICE.NOT_FOUND. */
@Injectable()
export class ReadDevice {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
  ) {}

  async run(id: string): Promise<DeviceView> {
    return viewOf(await this.unit.run(() => requireDevice(this.devices, id)));
  }
}
