import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { DeviceDirectory } from './device-directory.js';
import type { DirectoryEntry } from './device-directory.js';
import { entryOf } from './device-view.js';
import { DeviceRepository } from './ports/device-repository.js';

/** What other modules learn about devices, read from the repository. */
@Injectable()
export class StoredDeviceDirectory extends DeviceDirectory {
  constructor(private readonly devices: DeviceRepository) {
    super();
  }

  async get(deviceId: string, scope: DeviceScope): Promise<DirectoryEntry> {
    const device = await this.devices.findById(deviceId, scope);
    if (!device) throw new DomainError('DEVICE.NOT_FOUND');
    return entryOf(device);
  }

  async find(deviceIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>> {
    const devices = await this.devices.findByIds(deviceIds);
    return new Map(devices.map((device) => [device.id, entryOf(device)]));
  }

  async listActive(scope: DeviceScope): Promise<DirectoryEntry[]> {
    return (await this.devices.listActive(scope)).map(entryOf);
  }
}
