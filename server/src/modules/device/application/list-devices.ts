import { Injectable } from '@nestjs/common';
import type { DeviceHolder, DeviceList } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { shownNames } from '../domain/worker-names.js';
import { viewOf } from './device-view.js';
import { DeviceHolds } from './ports/device-holds.js';
import { DeviceRepository } from './ports/device-repository.js';
import { SessionsHere } from './sessions-here.js';

/**
 * The list of WA Connected: every device of a person that is not removed, the oldest first. Who manages devices
 * is told which worker runs them, where there is more than one.
 */
@Injectable()
export class ListDevices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly holds: DeviceHolds,
    private readonly here: SessionsHere,
  ) {}

  run({ devices, permissions }: Pick<Actor, 'devices' | 'permissions'>): Promise<DeviceList> {
    return this.unit.run(async () => ({
      items: (await this.devices.listActive(devices)).map(viewOf),
      holders: permissions.has('devices:manage') ? await this.holders() : [],
    }));
  }

  private async holders(): Promise<DeviceHolder[]> {
    if (!this.here.isShared) return [];
    const workers = await this.holds.workers();
    if (workers.length < 2) return [];
    const shown = shownNames(workers.map(({ worker }) => worker));
    const holders = await this.holds.holders();
    return holders.map(({ deviceId, worker }) => ({
      deviceId,
      worker: shown.get(worker) ?? worker,
    }));
  }
}
