import { Injectable } from '@nestjs/common';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ledger } from './ports/ledger.js';
import type { Entry, Move } from './ports/ledger.js';
import { RunProgressed } from './sender-events.js';

/** Moves recipients that are held, and tells that their run has changed. In the caller's unit of work. */
@Injectable()
export class MoveRecipient {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Moves now. What is held cannot have changed meanwhile: if it has, the unit is rolled back. */
  async run(entry: Entry, to: RecipientState, why: Omit<Move, 'to' | 'at'>): Promise<void> {
    const moved = await this.ledger.move(entry, { ...why, to, at: this.clock.now() });
    if (!moved) throw new Error('A recipient changed while it was held');
    this.events.publish(new RunProgressed(entry.broadcastId));
  }
}
