import { Injectable } from '@nestjs/common';
import type { ResendResult } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { AuditLog } from '../../audit/index.js';
import { BulkMoves } from './ports/bulk-moves.js';
import type { ResentBatch } from './ports/bulk-moves.js';
import { ReopenRun } from './reopen-run.js';
import { RunProgressed } from './sender-events.js';

/** Recipients of one unit: a few milliseconds, in which a claim of another run has to wait. */
const AT_A_TIME = 1_000;

/** Kirim ulang yang gagal: everybody who failed goes back to the queue, once. */
@Injectable()
export class ResendFailed {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly bulk: BulkMoves,
    private readonly reopen: ReopenRun,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Only those whose message WhatsApp certainly has not: `unknown` is decided one by one. Throws RUN.NOT_FOUND and
   * what `ReopenRun` refuses; with nobody to resend the run stays as it is.
   */
  async run(broadcastId: string, actor: Actor): Promise<ResendResult> {
    await this.unit.run(() => this.reopen.assertThere(broadcastId, actor.devices));
    let resent = 0;
    for (let afterId: number | null = 0; afterId !== null;) {
      const batch: ResentBatch = await this.resendAfter(broadcastId, afterId, actor);
      resent += batch.moved;
      afterId = batch.lastId;
    }
    return { resent, broadcastId };
  }

  private async resendAfter(broadcastId: string, afterId: number, actor: Actor) {
    return this.unit.run(async () => {
      const decision = { by: actor.name, at: this.clock.now() };
      const batch = await this.bulk.resendFailed(broadcastId, afterId, AT_A_TIME, decision);
      if (batch.moved === 0) return batch;
      // In every unit anew: the lane may have ended the run since the one before.
      await this.reopen.run(broadcastId);
      await this.audit.record(actor, {
        action: 'broadcast.resend-failed',
        subject: 'broadcast',
        subjectId: broadcastId,
        details: { recipients: batch.moved },
      });
      this.events.publish(new RunProgressed(broadcastId));
      return batch;
    });
  }
}
