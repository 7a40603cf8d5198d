import { Injectable } from '@nestjs/common';
import { withLogFields } from '../../../platform/logging/log-fields.js';
import { HandOver } from './hand-over.js';
import type { HeldLane } from './held-lane.js';
import { LookUpNumber } from './look-up-number.js';
import { Paces } from './paces.js';
import type { PlannedRecipient } from './next-recipients.js';
import type { LanePlan } from './plan-lane.js';
import { SendingMeter } from './sending-meter.js';
import { SetAside } from './set-aside.js';
import { StopAtFailures } from './stop-at-failures.js';

/** Brings one recipient from waiting to whatever becomes of them. */
@Injectable()
export class SendNext {
  constructor(
    private readonly lookUp: LookUpNumber,
    private readonly setAside: SetAside,
    private readonly handOver: HandOver,
    private readonly paces: Paces,
    private readonly failures: StopAtFailures,
    private readonly meter: SendingMeter,
  ) {}

  /**
   * Asks for the number, then hands over. Leaves the recipient waiting when the lane is to stop.
   *
   * @throws ClaimRefused when the world has changed since the plan was read; nothing was handed over
   */
  run(lane: HeldLane, plan: LanePlan, recipient: PlannedRecipient): Promise<void> {
    const { broadcastId } = plan.run;
    return withLogFields({ broadcastId, deviceId: lane.deviceId }, () =>
      this.bring(lane, plan, recipient),
    );
  }

  private async bring(lane: HeldLane, plan: LanePlan, recipient: PlannedRecipient): Promise<void> {
    // Not even a question about them.
    const { engine } = plan.device;
    if (recipient.optedOut) {
      await this.setAside.optedOut(recipient.id);
      this.meter.setAside(engine, 'opted-out');
      return;
    }
    const measured = this.meter.begin(engine);
    const number = await this.lookUp.run(plan, recipient.phone, lane.signal);
    if (lane.signal.aborted) return;
    if (number.kind === 'on') {
      const { lateBy } = lane;
      const outcome = await this.handOver.run(lane, plan, recipient, number.address);
      measured(outcome, lateBy);
      await this.failures.count(plan.device, outcome === 'accepted');
      return;
    }
    // A question is traffic as well: a list full of wrong numbers must not make a burst of them.
    lane.rest(this.paces.draw(engine));
    this.meter.setAside(engine, number.kind === 'not-on' ? 'not-on-whatsapp' : 'lookup-failed');
    if (number.kind === 'not-on') {
      await this.setAside.notOnWhatsapp(recipient.id);
    } else {
      await this.setAside.lookupUnavailable(recipient.id);
      await this.failures.count(plan.device, false);
    }
  }
}
