import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { waitUntil } from '../domain/pace.js';
import type { HeldLane } from './held-lane.js';
import { HoldLane } from './hold-lane.js';
import { Paces } from './paces.js';
import { FRESH } from './next-recipients.js';
import { PlanLane } from './plan-lane.js';
import type { PlannedRecipient } from './next-recipients.js';
import type { LanePlan } from './plan-lane.js';
import { LaneDriver } from './ports/lanes.js';
import { ClaimRefused } from './ports/ledger.js';
import { RecoverInFlight } from './recover-in-flight.js';
import { SendNext } from './send-next.js';

/** The loop of a lane: one message after the other, at the pace of its device. */
@Injectable()
export class DriveLane extends LaneDriver {
  constructor(
    private readonly lanes: HoldLane,
    private readonly recovery: RecoverInFlight,
    private readonly planner: PlanLane,
    private readonly sendNext: SendNext,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {
    super();
  }

  async drive(deviceId: string, signal: AbortSignal): Promise<void> {
    // Nobody can have left anything in flight since this process gave the lane back to rest.
    if (await this.planner.stillRests(deviceId)) return;
    do {
      const lane = await this.lanes.take(deviceId, signal);
      if (!lane) return;
      try {
        if (await this.recovery.run(deviceId)) await this.work(lane);
      } finally {
        await lane.release();
      }
      // Another process that was rung while the lane was held here did nothing: so look once more.
    } while (!signal.aborted && (await this.planner.read(deviceId)) !== null);
  }

  private async work(lane: HeldLane): Promise<void> {
    for (;;) {
      const plan = await this.planner.read(lane.deviceId);
      if (!plan || lane.signal.aborted) return;
      await this.follow(lane, plan);
    }
  }

  /** Follows the plan while it is fresh. After a wait for the pace it is not: a new one is then due. */
  private async follow(lane: HeldLane, plan: LanePlan): Promise<void> {
    const readAt = this.clock.now();
    for (const recipient of plan.recipients) {
      await this.keepPace(lane, plan);
      if (lane.signal.aborted || this.clock.now() - readAt > FRESH) return;
      if (!(await this.send(lane, plan, recipient))) return;
    }
  }

  private async keepPace(lane: HeldLane, { device }: LanePlan): Promise<void> {
    const now = this.clock.now();
    const wait = waitUntil(lane.nextHandoverAt, now, this.paces.gapOf(device.engine));
    // Left over from a clock that was set back: else it stays what was planned.
    lane.nextHandoverAt = Math.min(lane.nextHandoverAt, now + wait);
    if (wait > 0) await this.clock.wait(wait, lane.signal);
  }

  /** False when the world has changed and a new plan is due. */
  private async send(
    lane: HeldLane,
    plan: LanePlan,
    recipient: PlannedRecipient,
  ): Promise<boolean> {
    try {
      await this.sendNext.run(lane, plan, recipient);
      return true;
    } catch (error) {
      if (!(error instanceof ClaimRefused)) throw error;
      if (error.why === 'lease-lost-or-too-early') await lane.refresh();
      return false;
    }
  }
}
