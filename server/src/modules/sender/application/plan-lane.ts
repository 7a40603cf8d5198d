import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { MessageContent } from '../../device/index.js';
import type { Rest } from '../domain/rest.js';
import { ActiveRuns } from './active-runs.js';
import { LaneRests } from './lane-rests.js';
import { NextRecipients } from './next-recipients.js';
import type { PlannedRecipient } from './next-recipients.js';
import type { Run } from './ports/run-repository.js';
import { RunFiles } from './run-files.js';
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

/** What there is to do, or what holds the number back from doing it. */
interface Prospect {
  readonly plan: Omit<LanePlan, 'attachment'> | null;
  readonly rest: Rest | null;
}

/** Decides what the lane of a device does next. */
@Injectable()
export class PlanLane {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: SendingDevices,
    private readonly runs: ActiveRuns,
    private readonly next: NextRecipients,
    private readonly files: RunFiles,
    private readonly rests: LaneRests,
  ) {}

  /**
   * What the device has to send: the run that was started first, and who is next in it. Null when there
   * is nothing, the device is not ready, or a rule holds its number back; then the lane is woken when it
   * may go on. Runs that are done are ended on the way, and those whose file is missing are paused.
   */
  async read(deviceId: string): Promise<LanePlan | null> {
    for (;;) {
      const plan = await this.look(deviceId);
      if (!plan) return null;
      const attachment = await this.files.ready(plan.run);
      if (attachment !== undefined) return { ...plan, attachment };
    }
  }

  private async look(deviceId: string): Promise<Prospect['plan']> {
    const { active, plan, rest } = await this.unit.run(async () => {
      const active = await this.runs.of(deviceId);
      return { active, ...(await this.prospect(deviceId, active)) };
    });
    this.rests.note(deviceId, rest, active);
    return plan;
  }

  /** Whether a rule still holds back the number of a lane that was given back for it: costs one look. */
  async stillRests(deviceId: string): Promise<boolean> {
    return this.rests.has(deviceId) && (await this.read(deviceId)) === null;
  }

  private async prospect(deviceId: string, active: readonly Run[]): Promise<Prospect> {
    const run = active.find(({ state, counts }) => state === 'sending' && counts.pending > 0);
    const ready = run && (await this.devices.ready(deviceId));
    if (!run || !ready) return { plan: null, rest: null };
    const rest = await this.rests.of(ready.device);
    if (rest) return { plan: null, rest };
    const recipients = await this.next.of(run.importId, ready.device.engine);
    return { plan: { ...ready, run, recipients }, rest: null };
  }
}
