import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { isProof, stepOf, stepOfEarlierAttempt } from '../domain/recipient-machine.js';
import type { Proof } from '../domain/recipient-machine.js';
import { MoveRecipient } from './move-recipient.js';
import { Ledger } from './ports/ledger.js';
import type { AttemptEntry, AttemptOutcome, Flight, Reason } from './ports/ledger.js';
import { RunProgressed, WorkArrived } from './sender-events.js';

/** What was learned about one attempt, from whatever source. */
export interface News {
  readonly happening: 'refused' | 'lost' | Proof;
  /** Why, when it is no proof. */
  readonly reason: Reason | null;
}

/** Brings news about attempts into the ledger, in the caller's unit of work where nothing else is said. */
@Injectable()
export class ApplyNews {
  constructor(
    private readonly ledger: Ledger,
    private readonly moves: MoveRecipient,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Ends the flight of a first attempt, as a unit of its own. False when it had ended already. */
  async landFirst(flight: Flight, news: News): Promise<boolean> {
    const at = this.clock.now();
    const { reason } = news;
    const move = { to: stepOf('sending', news.happening) ?? 'unknown', reason, at };
    const landed = await this.ledger.landAlone(flight, move, {
      outcome: outcomeOf(news),
      reason,
      at,
    });
    if (landed) this.events.publish(new RunProgressed(flight.broadcastId));
    return landed;
  }

  /** Ends any flight. */
  async land(flight: Flight, news: News): Promise<void> {
    const at = this.clock.now();
    // The proof of an earlier attempt that came during this flight was left for its end.
    const proof = flight.attempt > 1 ? await this.ledger.proofOf(flight) : null;
    const landing = stepOf('sending', news.happening) ?? 'unknown';
    const proven = proof && stepOf(landing, proof);
    const move = { to: proven ?? landing, reason: proven ? null : news.reason, at };
    const noted = { outcome: outcomeOf(news), reason: news.reason, at };
    if (!(await this.ledger.land(flight, move, noted))) return this.apply(flight.messageId, news);
    this.events.publish(new RunProgressed(flight.broadcastId));
  }

  /** News of any time, in any order, perhaps for the second time; of an unknown message it is ignored. */
  async apply(messageId: string, news: News): Promise<void> {
    const held = await this.ledger.holdByMessage(messageId);
    if (!held) return;
    if (stepOf(held.outcome ?? 'sending', news.happening) !== null) {
      const at = this.clock.now();
      await this.ledger.note(messageId, { outcome: outcomeOf(news), reason: news.reason, at });
    }
    await this.moveRecipient(held, news);
  }

  private async moveRecipient({ entry, messageId }: AttemptEntry, news: News): Promise<void> {
    const step = entry.messageId === messageId ? stepOf : stepOfEarlierAttempt;
    const to = step(entry.state, news.happening);
    if (to === null) return;
    const reason = isProof(news.happening) ? null : news.reason;
    await this.moves.run(entry, to, { reason });
    // Perhaps nobody is left who waits: the lane then ends the run.
    if (entry.state === 'pending') this.events.publish(new WorkArrived(entry.deviceId));
  }
}

function outcomeOf({ happening }: News): AttemptOutcome {
  if (happening === 'refused') return 'failed';
  return happening === 'lost' ? 'unknown' : happening;
}
