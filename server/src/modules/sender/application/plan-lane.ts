import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { remainingOf } from '../domain/counters.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { Ledger } from './ports/ledger.js';
import type { WaitingRecipient } from './ports/ledger.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';
import { RunSteps } from './run-steps.js';
import { SendingDevices } from './sending-devices.js';
import type { ReadyDevice } from './sending-devices.js';

/** Recipients of one plan: enough that reading them costs little beside the claims. */
const AT_A_TIME = 50;

/** Who is next, and what the do-not-contact list says about their number. */
export interface PlannedRecipient extends WaitingRecipient {
  readonly fingerprint: string;
  readonly optedOut: boolean;
}

/** What a lane has to do next, as it was when it was read: a claim checks what must still be true. */
export interface LanePlan extends ReadyDevice {
  readonly run: Run;
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
    private readonly ledger: Ledger,
    private readonly steps: RunSteps,
    private readonly doNotContact: DoNotContactList,
  ) {}

  /**
   * What the device has to send: the run that was started first, and who is next in it. Null when there
   * is nothing or the device is not ready. Runs that are done are ended on the way.
   */
  async read(deviceId: string): Promise<LanePlan | null> {
    return this.unit.run(async () => {
      const active = await this.runs.activeOf(deviceId);
      for (const { broadcastId, counts } of active) {
        if (remainingOf(counts) === 0) await this.steps.finishIfDone(broadcastId);
      }
      const run = active.find(({ state, counts }) => state === 'sending' && counts.pending > 0);
      if (!run) return null;
      const ready = await this.devices.ready(deviceId);
      if (!ready) return null;
      return { ...ready, run, recipients: await this.next(run.importId) };
    });
  }

  private async next(importId: string): Promise<PlannedRecipient[]> {
    const waiting = await this.ledger.waiting(importId, AT_A_TIME);
    const listed = await this.doNotContact.listed(waiting.map(({ phone }) => phone));
    return waiting.map((recipient) => ({
      ...recipient,
      fingerprint: this.doNotContact.fingerprintOf(recipient.phone),
      optedOut: listed.has(recipient.phone),
    }));
  }
}
