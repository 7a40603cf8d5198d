import type { Device } from '../domain/device.js';
import { unlinkedSession } from '../domain/device.js';

/** A device that no phone has linked, with whatever a test wants to be otherwise. */
export function aDevice(wishes: Partial<Device> = {}): Device {
  return {
    id: '01a0aa00-0000-7000-8000-000000000001',
    name: 'Poli Anak',
    phone: '+6281200000001',
    engine: 'practice',
    ...unlinkedSession(1_763_000_000_000),
    createdAt: 1_763_000_000_000,
    createdBy: 'Ibu Sari',
    removedAt: null,
    ...wishes,
  };
}

/** The id of the `number`th device of a test. */
export const deviceId = (number: number): string =>
  `01a0aa00-0000-7000-8000-${String(number).padStart(12, '0')}`;
