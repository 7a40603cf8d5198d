import { Injectable } from '@nestjs/common';
import type { DeviceLink } from '#contracts/device.contract.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { LinkChallenges } from './link-challenges.js';
import { ReadDevice } from './read-device.js';

/** What the page of Scan Barcode shows when it is opened or reloaded. Throws DEVICE.NOT_FOUND. */
@Injectable()
export class ReadLink {
  constructor(
    private readonly devices: ReadDevice,
    private readonly challenges: LinkChallenges,
  ) {}

  async run(deviceId: string, scope: DeviceScope): Promise<DeviceLink> {
    const device = await this.devices.run(deviceId, scope);
    return { device, challenge: this.challenges.current(deviceId) };
  }
}
