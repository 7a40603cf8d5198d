import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import type { Device } from '../domain/device.js';
import type { DeviceRepository } from './ports/device-repository.js';

/** The device, unless it is none of `scope`, was never there or is removed: then DEVICE.NOT_FOUND. */
export async function requireDevice(
  devices: DeviceRepository,
  id: string,
  scope: DeviceScope,
): Promise<Device> {
  const device = await devices.findById(id, scope);
  if (device?.removedAt !== null) throw new DomainError('DEVICE.NOT_FOUND');
  return device;
}
