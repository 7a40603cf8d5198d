import { Injectable } from '@nestjs/common';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { Ledger } from './ports/ledger.js';
import type { WaitingRecipient } from './ports/ledger.js';

/** Recipients of one plan: enough that reading them costs little beside the claims. */
const AT_A_TIME = 50;

/** Who is next, and what the do-not-contact list says about their number. */
export interface PlannedRecipient extends WaitingRecipient {
  readonly fingerprint: string;
  readonly optedOut: boolean;
}

/** Who of a list gets their message next. */
@Injectable()
export class NextRecipients {
  constructor(
    private readonly ledger: Ledger,
    private readonly doNotContact: DoNotContactList,
  ) {}

  /** In the order of the list. In the caller's unit of work. */
  async of(importId: string): Promise<PlannedRecipient[]> {
    const waiting = await this.ledger.waiting(importId, AT_A_TIME);
    const listed = await this.doNotContact.listed(waiting.map(({ phone }) => phone));
    return waiting.map((recipient) => ({
      ...recipient,
      fingerprint: this.doNotContact.fingerprintOf(recipient.phone),
      optedOut: listed.has(recipient.phone),
    }));
  }
}
