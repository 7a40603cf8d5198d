import { Injectable } from '@nestjs/common';
import { recipientValues } from '#message/recipient-values.js';
import { renderTemplate } from '#message/template.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { SendOutcome } from '../../device/index.js';
import { ApplyNews } from './apply-news.js';
import type { News } from './apply-news.js';
import { TOO_LATE, within } from './deadline.js';
import { LEASE } from './held-lane.js';
import type { HeldLane } from './held-lane.js';
import { MakeClaim } from './make-claim.js';
import { newsOfOutcome } from './outcome-news.js';
import { Paces } from './paces.js';
import type { PlannedRecipient } from './next-recipients.js';
import type { LanePlan } from './plan-lane.js';
import type { Claim } from './ports/ledger.js';

/**
 * How long an engine may take to say what became of a message, in milliseconds. Engines have shorter
 * limits of their own (a video over a slow line: less than six minutes); this one keeps a lane from
 * standing still for ever.
 */
const PATIENCE = 360_000;

/**
 * A claim older than this, in milliseconds, is not handed over any more: the process was stopped in
 * between, and another may have taken the lane and told people what became of the message.
 */
const STALE = LEASE.lasts / 4;

const NOT_RECORDED: SendOutcome = { kind: 'refused', reason: 'not-recorded' };

/**
 * One message to one recipient: claim, hand over, record, in this order and each at most once. A crash
 * before the claim is committed leaves the recipient waiting; after it, in flight, for
 * `RecoverInFlight`. Nothing here may ever repeat the middle step.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly claims: MakeClaim,
    private readonly news: ApplyNews,
    private readonly untilStored: UntilStored,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when what is known was stored; then the lane's next moment is set.
   *
   * @throws ClaimRefused when the world has changed since the plan was read; nothing was handed over
   */
  async run(
    lane: HeldLane,
    { device, gateway, run, attachment }: LanePlan,
    recipient: PlannedRecipient,
    address: string,
  ): Promise<SendOutcome['kind']> {
    const text = renderTemplate(run.text, recipientValues(recipient));
    const messageId = await gateway.messages.newMessageId(device.id);
    const gap = this.paces.draw(device.engine);
    const at = this.clock.now();
    const claim: Claim = {
      lease: lane.lease,
      worker: lane.worker,
      broadcastId: run.broadcastId,
      importId: run.importId,
      recipientId: recipient.id,
      attempt: recipient.attempts + 1,
      messageId,
      address,
      fingerprint: recipient.fingerprint,
      at,
      leaseExpiresAt: at + LEASE.lasts,
      nextHandoverAt: at + gap,
      maxGap: this.paces.gapOf(device.engine).max,
    };
    const marked = await this.claims.run(claim, device);
    const outcome = marked
      ? await this.handOver(lane, { at, messageId }, () =>
          gateway.messages.send(device.id, messageId, address, { text, attachment }),
        )
      : NOT_RECORDED;
    lane.rest(gap);
    await this.untilStored.run(() => this.record(claim, newsOfOutcome(outcome)));
    return outcome.kind;
  }

  /** Hands over, if the claim is still of this moment and the session still this process's. */
  private async handOver(
    lane: HeldLane,
    { at, messageId }: Pick<Claim, 'at' | 'messageId'>,
    send: () => Promise<SendOutcome>,
  ): Promise<SendOutcome> {
    const isStale = this.clock.now() - at > STALE || !lane.isOurs;
    if (isStale) return { kind: 'refused', reason: 'device-not-ready' };
    return this.answerOf(messageId, send());
  }

  /** Nearly all flights are of a first attempt, of which nothing else can be known yet. */
  private async record(claim: Claim, news: News): Promise<void> {
    if (claim.attempt === 1 && (await this.news.landFirst(claim, news))) return;
    await this.unit.run(() => this.news.land(claim, news));
  }

  private async answerOf(messageId: string, sending: Promise<SendOutcome>): Promise<SendOutcome> {
    const unanswered: SendOutcome = { kind: 'unknown', reason: 'no-answer' };
    const answered = sending.catch((): SendOutcome => unanswered);
    const outcome = await within(this.clock, PATIENCE, answered);
    if (outcome !== TOO_LATE) return outcome;
    const store = (late: SendOutcome) => () =>
      this.unit.run(() => this.news.apply(messageId, newsOfOutcome(late)));
    void this.untilStored.later(answered.then(store));
    return unanswered;
  }
}
