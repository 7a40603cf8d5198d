import { Injectable } from '@nestjs/common';
import type { EngineKind } from '#contracts/device.contract.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { handoversWithin } from '../domain/pace.js';
import { Paces } from './paces.js';
import { Ledger } from './ports/ledger.js';
import type { WaitingRecipient } from './ports/ledger.js';

/** How long a plan may be followed without looking again, in milliseconds. */
export const FRESH = 1_000;

/** Recipients of one plan at most: enough that reading them costs little beside the claims. */
const MOST = 200;

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
    private readonly paces: Paces,
  ) {}

  /**
   * In the order of the list, no more than there is time for while a plan is fresh: with the pauses of
   * real devices only the next one. In the caller's unit of work.
   */
  async of(importId: string, engine: EngineKind): Promise<PlannedRecipient[]> {
    const due = handoversWithin(FRESH, this.paces.gapOf(engine));
    const waiting = await this.ledger.waiting(importId, Math.min(due, MOST));
    const listed = await this.doNotContact.listed(waiting.map(({ phone }) => phone));
    return waiting.map((recipient) => ({
      ...recipient,
      fingerprint: this.doNotContact.fingerprintOf(recipient.phone),
      optedOut: listed.has(recipient.phone),
    }));
  }
}
