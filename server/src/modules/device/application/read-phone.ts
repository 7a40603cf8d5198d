import { Injectable } from '@nestjs/common';
import type { PhoneReading } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { formatPhone, parsePhone } from '../../../platform/kernel/phone.js';
import { DeviceRepository } from './ports/device-repository.js';

/** Tells, while a number is typed, how it was understood and whether a device has it already. */
@Injectable()
export class ReadPhone {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
  ) {}

  async run(typed: string): Promise<PhoneReading> {
    const parsed = parsePhone(typed);
    if (!parsed.ok) return { phone: null, formatted: null, reason: parsed.reason, takenBy: null };
    const owner = await this.unit.run(() => this.devices.findByPhone(parsed.e164));
    return {
      phone: parsed.e164,
      formatted: formatPhone(parsed.e164),
      reason: null,
      takenBy: owner && { id: owner.id, name: owner.name },
    };
  }
}
