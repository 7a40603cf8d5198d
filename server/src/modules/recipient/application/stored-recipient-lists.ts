import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type {
  RecipientFilter,
  RecipientPage,
  RecipientUpdate,
} from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { Actor, Onlooker } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import { MAX_VARIABLES_LENGTH } from '../domain/recipient-row.js';
import { ListDiscarded } from './list-events.js';
import { MarkOptedOut } from './mark-opted-out.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { Recipients } from './ports/recipients.js';
import { maySeeNumbers, recipientFor } from './recipient-for.js';
import { RecipientLists } from './recipient-lists.js';
import type { ListSummary, ListedRecipient } from './recipient-lists.js';

/** Recipients of a page that is read in the course of a whole list. */
const PAGE_SIZE = 1_000;

/** `RecipientLists` on the repositories of this module. */
@Injectable()
export class StoredRecipientLists extends RecipientLists {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly recipients: Recipients,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly optOuts: MarkOptedOut,
  ) {
    super();
  }

  async attach(importId: string, broadcastId: string, by: Onlooker): Promise<ListSummary> {
    const list = await this.imports.findFor(importId, by);
    if (!list) throw new DomainError('IMPORT.NOT_FOUND');
    if (list.state !== 'ready') throw new DomainError('IMPORT.NOT_READY');
    if (list.recipientCount === 0) throw new DomainError('IMPORT.EMPTY');
    if (!(await this.imports.take(importId, broadcastId))) {
      throw new DomainError('BROADCAST.IMPORT_TAKEN');
    }
    return summaryOf(list);
  }

  async summaries(importIds: readonly string[]): Promise<ReadonlyMap<string, ListSummary>> {
    const lists = await this.imports.findMany(importIds);
    return new Map(lists.map((list) => [list.id, summaryOf(list)]));
  }

  async discard(importId: string): Promise<void> {
    if (await this.imports.discard(importId, this.clock.now())) {
      this.events.publish(new ListDiscarded(importId));
    }
  }

  async *pages(
    importId: string,
    size: number = PAGE_SIZE,
  ): AsyncGenerator<readonly ListedRecipient[], void, undefined> {
    let after = 0;
    for (;;) {
      const page = await this.unit.run(() => this.recipients.after(importId, after, size));
      const last = page.at(-1);
      if (!last) return;
      yield page;
      after = last.id;
      // The embedded database answers without giving others a turn.
      await eventLoopTurn();
    }
  }

  async page(
    importId: string,
    filter: RecipientFilter,
    actor: Pick<Actor, 'permissions'>,
  ): Promise<RecipientPage> {
    // Else a number could be found out by searching for it, digit by digit.
    const namesOnly = !maySeeNumbers(actor);
    const page = await this.recipients.page(importId, { ...filter, namesOnly });
    return { ...page, items: page.items.map((recipient) => recipientFor(actor, recipient)) };
  }

  async update(importId: string, recipientId: number, change: RecipientUpdate): Promise<void> {
    const phone = parsePhone(change.phone);
    if (!phone.ok) {
      const fault = { pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' } as const;
      throw new DomainError('PHONE.NOT_A_NUMBER', {}, [fault]);
    }
    const same = await this.recipients.findByPhone(importId, phone.e164);
    if (same && same.id !== recipientId) {
      throw new DomainError('RECIPIENT.PHONE_TAKEN', { rowNumber: same.rowNumber });
    }
    const list = await this.find(importId);
    const before = await this.recipients.find(importId, recipientId);
    if (!before) throw new DomainError('RECIPIENT.NOT_FOUND');
    const optedOutAt = await this.optOuts.since(phone.e164);
    const content = {
      phone: phone.e164,
      name: change.name === '' ? null : change.name,
      variables: valuesOf(list, change),
      optedOutAt,
    };
    if (!(await this.recipients.change(importId, recipientId, content))) {
      throw new DomainError('RECIPIENT.NOT_FOUND');
    }
    const more = Number(optedOutAt !== null) - Number(before.optedOut);
    await this.imports.addRecipients(importId, 0, more);
  }

  async remove(importId: string, recipientId: number): Promise<void> {
    const list = await this.find(importId);
    const before = await this.recipients.find(importId, recipientId);
    if (!before || !(await this.recipients.remove(importId, recipientId))) {
      throw new DomainError('RECIPIENT.NOT_FOUND');
    }
    // After the removal: the unit is undone, and an unknown id is told as that.
    if (list.recipientCount <= 1) throw new DomainError('RECIPIENT.LAST_ONE');
    await this.imports.addRecipients(importId, -1, before.optedOut ? -1 : 0);
  }

  private async find(importId: string): Promise<RecipientImport> {
    const list = await this.imports.find(importId);
    if (!list) throw new DomainError('IMPORT.NOT_FOUND');
    return list;
  }
}

function summaryOf(list: RecipientImport): ListSummary {
  return {
    importId: list.id,
    source: list.source,
    recipientCount: list.recipientCount,
    optedOut: list.counts.optedOut,
    variableNames: list.variableNames,
    rejected: list.counts.rejected,
    duplicates: list.counts.duplicates,
  };
}

/** Values for the variables that the list has; a blank one is as good as absent. */
function valuesOf(list: RecipientImport, change: RecipientUpdate): Record<string, string> {
  const values = Object.create(null) as Record<string, string>;
  for (const name of list.variableNames) {
    const value = Object.hasOwn(change.variables, name) ? change.variables[name]?.trim() : '';
    if (value) values[name] = value;
  }
  const together = Object.values(values).reduce((sum, { length }) => sum + length, 0);
  if (together > MAX_VARIABLES_LENGTH) {
    const params = { maximum: MAX_VARIABLES_LENGTH };
    const fault = { pointer: '/variables', code: 'REQUEST.FIELD_TOO_LONG', params } as const;
    throw new DomainError('REQUEST.INVALID', {}, [fault]);
  }
  return values;
}
