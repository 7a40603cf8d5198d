import type { DeviceView } from '#contracts/device.contract.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';

/**
 * What other modules may ask about devices. Every call runs in the caller's unit of work.
 */
export abstract class DeviceDirectory {
  /** The device of `scope`, also when it was removed (`removed`), or DEVICE.NOT_FOUND. */
  abstract get(deviceId: string, scope: DeviceScope): Promise<DirectoryEntry>;

  /** Those of `deviceIds` that ever existed, removed ones too, by id. */
  abstract find(deviceIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>>;

  /** Every device of `scope` that is not removed. */
  abstract listActive(scope: DeviceScope): Promise<DirectoryEntry[]>;
}

/** A device as other modules see it. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly engine: DeviceView['engine'];
  readonly state: DeviceView['state'];
  readonly status: DeviceView['status'];
  readonly removed: boolean;
}
