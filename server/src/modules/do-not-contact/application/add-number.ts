import { Injectable } from '@nestjs/common';
import type { DoNotContactAdd, DoNotContactEntry } from '#contracts/do-not-contact.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { ListedNumber } from '../domain/listed-number.js';
import { NumberListed } from './do-not-contact-list.js';
import { entryView } from './entry-view.js';
import { NewEntries } from './new-entries.js';
import { ListedNumbers } from './ports/listed-numbers.js';
import { readNumber } from './read-number.js';

/** An administrator puts a number on the list. */
@Injectable()
export class AddNumber {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly numbers: ListedNumbers,
    private readonly entries: NewEntries,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
  ) {}

  /** Refuses PHONE.NOT_A_NUMBER, DO_NOT_CONTACT.ALREADY_LISTED. */
  async run({ phone: typed, note }: DoNotContactAdd, actor: Actor): Promise<DoNotContactEntry> {
    const phone = readNumber(typed, '/phone');
    return this.unit.run(async () => {
      const entry: ListedNumber = {
        ...this.entries.of(phone),
        reason: 'added',
        addedBy: actor.name,
        device: null,
        messageId: null,
        note: note === '' ? null : note,
      };
      if (!(await this.numbers.add(entry))) {
        const fault = { pointer: '/phone', code: 'DO_NOT_CONTACT.ALREADY_LISTED' } as const;
        throw new DomainError('DO_NOT_CONTACT.ALREADY_LISTED', {}, [fault]);
      }
      // Not the note: it may name somebody, and the book is never emptied.
      await this.audit.record(actor, {
        action: 'do-not-contact.add',
        subject: 'do-not-contact',
        subjectId: entry.id,
      });
      this.events.publish(new NumberListed(phone));
      return entryView(entry);
    });
  }
}
