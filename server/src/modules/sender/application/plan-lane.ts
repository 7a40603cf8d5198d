import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { MessageContent } from '../../device/index.js';
import { remainingOf } from '../domain/counters.js';
import { NextRecipients } from './next-recipients.js';
import type { PlannedRecipient } from './next-recipients.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';
import { RunFiles } from './run-files.js';
import { RunSteps } from './run-steps.js';
import { SendingDevices } from './sending-devices.js';
import type { ReadyDevice } from './sending-devices.js';

/** What a lane has to do next, as it was when it was read: a claim checks what must still be true. */
export interface LanePlan extends ReadyDevice {
  readonly run: Run;
  /** The file of the run, as it was confirmed. */
  readonly attachment: MessageContent['attachment'];
  /** Those who are next, in the order of the list. */
  readonly recipients: readonly PlannedRecipient[];
}

/** Decides what the lane of a device does next. */
@Injectable()
export class PlanLane {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: SendingDevices,
    private readonly runs: RunRepository,
    private readonly next: NextRecipients,
    private readonly steps: RunSteps,
    private readonly files: RunFiles,
  ) {}

  /**
   * What the device has to send: the run that was started first, and who is next in it. Null when there
   * is nothing or the device is not ready. Runs that are done are ended on the way,
   * and those whose file is missing are paused.
   */
  async read(deviceId: string): Promise<LanePlan | null> {
    for (;;) {
      const plan = await this.look(deviceId);
      if (!plan) return null;
      const attachment = await this.files.ready(plan.run);
      if (attachment !== undefined) return { ...plan, attachment };
    }
  }

  private async look(deviceId: string): Promise<Omit<LanePlan, 'attachment'> | null> {
    return this.unit.run(async () => {
      const active = await this.runs.activeOf(deviceId);
      for (const { broadcastId, counts } of active) {
        if (remainingOf(counts) === 0) await this.steps.finishIfDone(broadcastId);
      }
      const run = active.find(({ state, counts }) => state === 'sending' && counts.pending > 0);
      if (!run) return null;
      const ready = await this.devices.ready(deviceId);
      if (!ready) return null;
      return { ...ready, run, recipients: await this.next.of(run.importId) };
    });
  }
}
