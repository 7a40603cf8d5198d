import type { EngineKind, SessionState } from '#contracts/device.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory } from '../../device/index.js';
import type { DirectoryEntry } from '../../device/index.js';

/** What a test wants to be otherwise with a device. */
export interface DeviceWishes {
  readonly state?: SessionState;
  readonly removed?: boolean;
  readonly phone?: string;
}

/** Devices as a test lists them: practice devices that are ready, unless it says otherwise. */
export class ListedDevices extends DeviceDirectory {
  private readonly entries = new Map<string, DirectoryEntry>();

  constructor(private readonly engine: EngineKind = 'practice') {
    super();
  }

  /** Adds a device, or changes one. */
  put(id: string, given: DeviceWishes = {}): void {
    this.entries.set(id, {
      id,
      name: 'Poli Anak',
      phone: '+6281200000900',
      engine: this.engine,
      state: 'ready',
      status: 'authenticated',
      removed: false,
      ...given,
    });
  }

  get(deviceId: string): Promise<DirectoryEntry> {
    const entry = this.entries.get(deviceId);
    return entry ? Promise.resolve(entry) : Promise.reject(new DomainError('DEVICE.NOT_FOUND'));
  }

  find(deviceIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>> {
    const found = [...this.entries].filter(([id]) => deviceIds.includes(id));
    return Promise.resolve(new Map(found));
  }

  listActive(): Promise<DirectoryEntry[]> {
    return Promise.resolve([...this.entries.values()].filter(({ removed }) => !removed));
  }
}
