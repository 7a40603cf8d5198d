import { Injectable } from '@nestjs/common';
import type { BroadcastReview } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DeviceDirectory } from '../../device/index.js';
import { Runs } from '../../sender/index.js';
import { ContentCheck } from './content-check.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** What a person checks before Konfirmasi and Kirim: missing values, and when sending would end. */
@Injectable()
export class ReviewBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly devices: DeviceDirectory,
    private readonly runs: Runs,
    private readonly content: ContentCheck,
  ) {}

  /** Refuses BROADCAST.NOT_FOUND. */
  async run(broadcastId: string, { devices }: Actor): Promise<BroadcastReview> {
    const broadcast = await this.unit.run(() => this.broadcasts.find(broadcastId, devices));
    if (!broadcast) throw new DomainError('BROADCAST.NOT_FOUND');
    const { missing, recipients, optedOut } = await this.content.of(broadcast);
    return this.unit.run(async () => {
      const { id } = await this.devices.get(broadcast.deviceId, devices);
      const estimate = await this.runs.estimate(id, recipients - optedOut);
      return { missing: [...missing], optedOut, estimate };
    });
  }
}
