import { Injectable } from '@nestjs/common';
import type { SentToday } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { DeviceDirectory } from '../../device/index.js';
import { midnightBefore } from '../domain/night.js';
import { RecipientReports } from './ports/recipient-reports.js';

/** "Terkirim hari ini" of every device. */
@Injectable()
export class CountSentToday {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceDirectory,
    private readonly reports: RecipientReports,
    private readonly clock: Clock,
  ) {}

  /** Messages of broadcasts that WhatsApp accepted since midnight in Jakarta, of devices of `scope`. */
  async run(scope: DeviceScope): Promise<SentToday> {
    return this.unit.run(async () => {
      const sent = await this.reports.acceptedSince(midnightBefore(this.clock.now()));
      const devices = await this.devices.listActive(scope);
      return { items: devices.map(({ id }) => ({ deviceId: id, sent: sent.get(id) ?? 0 })) };
    });
  }
}
