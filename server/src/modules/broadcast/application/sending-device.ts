import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DirectoryEntry } from '../../device/index.js';

/** The device, unless it was removed by Hapus Koneksi: then DEVICE.NOT_FOUND. */
export function presentDevice(device: DirectoryEntry): DirectoryEntry {
  if (device.removed) throw new DomainError('DEVICE.NOT_FOUND');
  return device;
}

/** The device, if a message can be sent from it now. Refuses DEVICE.NOT_FOUND, DEVICE.NOT_READY. */
export function readyDevice(device: DirectoryEntry): DirectoryEntry {
  const { name, state } = presentDevice(device);
  if (state !== 'ready') throw new DomainError('DEVICE.NOT_READY', { name });
  return device;
}
