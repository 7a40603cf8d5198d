import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { AppendEntry } from './append-entry.js';
import { AuditLog } from './audit-log.js';
import type { AuditDeed } from './audit-log.js';

/** The book as the rest of the product writes it. */
@Injectable()
export class RecordingAuditLog extends AuditLog {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly append: AppendEntry,
    private readonly clock: Clock,
  ) {
    super();
  }

  record(actor: Pick<Actor, 'id' | 'name'>, deed: AuditDeed): Promise<void> {
    const entry = {
      at: this.clock.now(),
      actorId: actor.id,
      actor: actor.name,
      action: deed.action,
      subject: deed.subject,
      subjectId: deed.subjectId,
      details: deed.details ?? {},
    };
    this.unit.atEnd(() => this.append.run(entry));
    return Promise.resolve();
  }
}
