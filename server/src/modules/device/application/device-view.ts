import type { DeviceView } from '#contracts/device.contract.js';
import type { Device } from '../domain/device.js';
import { statusOf } from '../domain/device-status.js';
import type { DirectoryEntry } from './device-directory.js';

/** A device as the API shows it. */
export function viewOf(device: Device): DeviceView {
  return {
    id: device.id,
    name: device.name,
    phone: device.phone,
    engine: device.engine,
    status: statusOf(device),
    state: device.state,
    reason: device.reason,
    stateSince: instant(device.stateSince),
    linkedAt: device.linkedAt === null ? null : instant(device.linkedAt),
    createdAt: instant(device.createdAt),
  };
}

/** A device as other modules see it. */
export function entryOf(device: Device): DirectoryEntry {
  const { id, name, phone, engine, state, removedAt } = device;
  return { id, name, phone, engine, state, status: statusOf(device), removed: removedAt !== null };
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
