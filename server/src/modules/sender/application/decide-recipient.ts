import { Injectable } from '@nestjs/common';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { stepOf } from '../domain/recipient-machine.js';
import type { Decision } from '../domain/recipient-machine.js';
import { MoveRecipient } from './move-recipient.js';
import { Ledger } from './ports/ledger.js';
import { RecipientReports } from './ports/recipient-reports.js';
import { ReopenRun } from './reopen-run.js';

const OPTED_OUT: RecipientReason = 'opted-out';

/** Tandai terkirim, Kirim ulang or Biarkan: what a person decides about one recipient. */
@Injectable()
export class DecideRecipient {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly moves: MoveRecipient,
    private readonly reopen: ReopenRun,
    private readonly reports: RecipientReports,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Answers the recipient as it is then. Throws RECIPIENT.NOT_FOUND, also of a broadcast that was not sent;
   * RECIPIENT.UNKNOWN_NOT_YOURS; RECIPIENT.NOT_DECIDABLE when it is neither failed nor unknown any more; RECIPIENT.OPTED_OUT;
   * RECIPIENT.ERASED; for Kirim ulang also what `ReopenRun` refuses.
   */
  async run(recipientId: number, kind: Decision, actor: Actor): Promise<RecipientView> {
    return this.unit.run(async () => {
      const entry = await this.ledger.hold(recipientId, actor.devices);
      const before = await this.reports.find(recipientId);
      if (!entry || !before) throw new DomainError('RECIPIENT.NOT_FOUND');
      if (entry.state === 'unknown' && !actor.permissions.has('recipients:resolve-unknown')) {
        throw new DomainError('RECIPIENT.UNKNOWN_NOT_YOURS');
      }
      const to = stepOf(entry.state, kind);
      if (kind === 'resend' && before.reason === OPTED_OUT) {
        throw new DomainError('RECIPIENT.OPTED_OUT');
      }
      // Nobody knows any more whom it would go to.
      if (kind === 'resend' && before.phone === '') throw new DomainError('RECIPIENT.ERASED');
      if (!to) throw new DomainError('RECIPIENT.NOT_DECIDABLE');
      if (kind === 'resend') await this.reopen.runFor(entry.broadcastId, before.phone);
      // Biarkan changes nothing but who has seen it: the reason still holds.
      const reason = kind === 'leave' ? before.reason : null;
      await this.moves.run(entry, to, { reason, decision: { kind, by: actor.name } });
      await this.audit.record(actor, {
        action: `recipient.${kind}`,
        subject: 'recipient',
        subjectId: String(recipientId),
        details: { broadcastId: entry.broadcastId, before: entry.state, reason: before.reason },
      });
      return (await this.reports.find(recipientId)) ?? before;
    });
  }
}
