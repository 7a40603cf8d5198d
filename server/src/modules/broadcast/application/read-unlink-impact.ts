import { Injectable } from '@nestjs/common';
import type { UnlinkImpact } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DeviceDirectory } from '../../device/index.js';
import { Runs } from '../../sender/index.js';
import { titleOf } from '../domain/broadcast.js';
import { BroadcastViews } from './broadcast-views.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** Which broadcasts Hapus Koneksi would pause, for its dialog. */
@Injectable()
export class ReadUnlinkImpact {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceDirectory,
    private readonly runs: Runs,
    private readonly broadcasts: BroadcastRepository,
    private readonly views: BroadcastViews,
  ) {}

  /** Refuses DEVICE.NOT_FOUND. */
  async run(deviceId: string, { devices }: Actor): Promise<UnlinkImpact> {
    return this.unit.run(async () => {
      await this.devices.get(deviceId, devices);
      const broadcasts = await this.broadcasts.findMany(await this.runs.activeOf(deviceId));
      const views = await this.views.ofAll(broadcasts);
      return { broadcasts: views.map((view) => ({ id: view.id, title: titleOf(view) })) };
    });
  }
}
