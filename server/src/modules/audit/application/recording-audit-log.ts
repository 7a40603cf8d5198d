import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { AuditLog } from './audit-log.js';
import type { AuditDeed } from './audit-log.js';
import { AuditEntryRepository } from './ports/audit-entry-repository.js';

/** The book as the rest of the product writes it. */
@Injectable()
export class RecordingAuditLog extends AuditLog {
  constructor(
    private readonly entries: AuditEntryRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record(actor: Pick<Actor, 'id' | 'name'>, deed: AuditDeed): Promise<void> {
    await this.entries.add({
      at: this.clock.now(),
      actorId: actor.id,
      actor: actor.name,
      action: deed.action,
      subject: deed.subject,
      subjectId: deed.subjectId,
      details: deed.details ?? {},
    });
  }
}
