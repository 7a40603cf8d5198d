import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import type { AcceptedRow } from '../domain/recipient-row.js';
import type { NewRecipient } from './ports/recipients.js';

/** Finds out who of a list opted out, as it stands now. In the caller's unit of work. */
@Injectable()
export class MarkOptedOut {
  constructor(
    private readonly doNotContact: DoNotContactList,
    private readonly clock: Clock,
  ) {}

  /** The same rows, in their order, and who of them is to be skipped. */
  async mark(rows: readonly AcceptedRow[]): Promise<NewRecipient[]> {
    const listed = await this.doNotContact.listed(rows.map(({ phone }) => phone));
    const now = this.clock.now();
    return rows.map((row) => ({ ...row, optedOutAt: listed.has(row.phone) ? now : null }));
  }

  /** The same for one number: since when it is to be skipped, or null. */
  async since(phone: string): Promise<number | null> {
    return (await this.doNotContact.has(phone)) ? this.clock.now() : null;
  }
}

/** How many are to be skipped. */
export function optedOutOf(rows: readonly Pick<NewRecipient, 'optedOutAt'>[]): number {
  return rows.filter(({ optedOutAt }) => optedOutAt !== null).length;
}
