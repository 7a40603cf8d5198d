import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CancelWaiting } from './cancel-waiting.js';
import { FollowDevices } from './follow-devices.js';
import { Lanes } from './ports/lanes.js';
import { RunRepository } from './ports/run-repository.js';

/** Rings every lane that has something to do, and ends what an end of the server interrupted. */
@Injectable()
export class WakeLanes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly devices: FollowDevices,
    private readonly cancelWaiting: CancelWaiting,
    private readonly lanes: Lanes,
  ) {}

  /** Whatever ring or news of a device was lost, the work is found here: in the database. */
  async run(): Promise<void> {
    await this.devices.runAll();
    const { working, halfCancelled } = await this.unit.run(async () => ({
      working: await this.runs.devicesWithWork(),
      halfCancelled: await this.runs.halfCancelled(),
    }));
    for (const broadcastId of halfCancelled) await this.cancelWaiting.run(broadcastId);
    for (const deviceId of working) this.lanes.ring(deviceId);
  }
}
