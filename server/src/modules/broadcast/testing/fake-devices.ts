import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory } from '../../device/index.js';
import type { DirectoryEntry } from '../../device/index.js';
import { someId } from './some-broadcast.js';

/** Devices as a test says they are. */
export class FakeDevices extends DeviceDirectory {
  private readonly byId = new Map<string, DirectoryEntry>();

  /** Adds a device that is ready, or changes one. Answers its id. */
  put(number: number, given: Partial<DirectoryEntry> = {}): string {
    const id = someId(number);
    const device: DirectoryEntry = {
      id,
      name: `Poli ${String(number)}`,
      phone: '+6281200000099',
      engine: 'practice',
      state: 'ready',
      status: 'authenticated',
      removed: false,
      ...this.byId.get(id),
      ...given,
    };
    this.byId.set(id, device);
    return id;
  }

  get(deviceId: string): Promise<DirectoryEntry> {
    const device = this.byId.get(deviceId);
    return device ? Promise.resolve(device) : Promise.reject(new DomainError('DEVICE.NOT_FOUND'));
  }

  find(deviceIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>> {
    return Promise.resolve(new Map([...this.byId].filter(([id]) => deviceIds.includes(id))));
  }

  listActive(): Promise<DirectoryEntry[]> {
    return Promise.resolve([...this.byId.values()].filter(({ removed }) => !removed));
  }
}
