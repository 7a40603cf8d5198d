import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PauseRun } from './pause-run.js';
import { Lanes } from './ports/lanes.js';
import { RunRepository } from './ports/run-repository.js';
import { SendingDevices } from './sending-devices.js';

/** Lets sending follow what becomes of devices. */
@Injectable()
export class FollowDevices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: SendingDevices,
    private readonly runs: RunRepository,
    private readonly pause: PauseRun,
    private readonly lanes: Lanes,
  ) {}

  /**
   * Brings sending in line with how the device stands now: a ready one is woken; the runs of one that
   * only a person can bring back are paused, and those of a removed one for good. One that comes back
   * by itself is waited for.
   */
  async run(deviceId: string): Promise<void> {
    const { stand, active } = await this.unit.run(async () => ({
      stand: await this.devices.stand(deviceId),
      active: await this.runs.activeOf(deviceId),
    }));
    const { readiness, restricted } = stand;
    if (readiness === 'wait' || active.length === 0) return;
    if (readiness !== 'go') {
      const left = restricted ? 'restricted' : 'device-disconnected';
      const reason = readiness === 'removed' ? 'device-removed' : left;
      for (const { broadcastId } of active) await this.pause.because(broadcastId, reason);
    }
    // Also a lane whose device is gone still has to clear up what it left in flight.
    this.lanes.ring(deviceId);
  }

  /** The same for every device that has something to send: its news may have been missed. */
  async runAll(): Promise<void> {
    for (const deviceId of await this.unit.run(() => this.runs.activeDevices())) {
      await this.run(deviceId);
    }
  }
}
