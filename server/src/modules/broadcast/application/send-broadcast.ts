import { Injectable } from '@nestjs/common';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Runs } from '../../sender/index.js';
import { BeginSending } from './begin-sending.js';
import { ContentCheck } from './content-check.js';
import { WithdrawConfirmation } from './withdraw-confirmation.js';

/** Kirim Pesan: hands what was confirmed to the sender, once, whoever presses how often. */
@Injectable()
export class SendBroadcast {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sending: BeginSending,
    private readonly content: ContentCheck,
    private readonly withdrawal: WithdrawConfirmation,
    private readonly runs: Runs,
  ) {}

  /**
   * Refuses what {@link BeginSending} does, and BROADCAST.SENT_BEFORE_RESTORE. Content that is not what was confirmed goes back to a
   * draft before it is refused.
   *
   * @param idempotencyKey of one press of the button: the same key again gets the same answer
   */
  async run(broadcastId: string, idempotencyKey: string, actor: Actor): Promise<BroadcastView> {
    const seen = await this.unit.run(() => this.sending.look(broadcastId, actor));
    if (!seen.started) await this.runs.assertNeverSent(broadcastId);
    const checked = seen.started ? null : await this.content.of(seen.broadcast);
    try {
      return await this.unit.run(() => this.sending.begin(seen, checked, idempotencyKey, actor));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'BROADCAST.CONFIRMED_DIFFERS') {
        await this.withdrawal.run(seen.broadcast);
      }
      throw error;
    }
  }
}
