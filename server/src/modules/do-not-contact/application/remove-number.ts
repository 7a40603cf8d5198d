import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { ListedNumbers } from './ports/listed-numbers.js';

/**
 * An administrator takes a number off the list, since its owner agrees again. That counts from then on:
 * whoever is skipped already in a list of recipients stays skipped there, since that is what people saw
 * and confirmed. Correcting the recipient in the draft, or reading the list anew, looks again.
 */
@Injectable()
export class RemoveNumber {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly numbers: ListedNumbers,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Refuses DO_NOT_CONTACT.NOT_FOUND. */
  async run(id: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const entry = await this.numbers.find(id);
      if (!entry || !(await this.numbers.remove(id, this.clock.now()))) {
        throw new DomainError('DO_NOT_CONTACT.NOT_FOUND');
      }
      await this.audit.record(actor, {
        action: 'do-not-contact.remove',
        subject: 'do-not-contact',
        subjectId: id,
        details: { reason: entry.reason },
      });
    });
  }
}
