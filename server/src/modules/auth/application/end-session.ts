import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { SessionEnded } from '../../../platform/events/session-ended.js';
import { PendingLogins } from './ports/pending-logins.js';
import { SessionRepository } from './ports/session-repository.js';

/** Ends logins, at once: their live streams close too. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly pendingLogins: PendingLogins,
    private readonly events: EventBus,
  ) {}

  /** Ends one. Nothing happens when it is over already. */
  async one(tokenHash: string): Promise<void> {
    await this.unit.run(async () => {
      await this.sessions.remove(tokenHash);
      this.events.publish(new SessionEnded(tokenHash));
    });
  }

  /** Ends every login of a person, but the one that is `kept`; also those that wait for a code. */
  async allOf(userId: string, kept?: string): Promise<void> {
    await this.unit.run(async () => {
      await this.pendingLogins.removeAllOf(userId);
      for (const tokenHash of await this.sessions.removeAllOf(userId, kept)) {
        this.events.publish(new SessionEnded(tokenHash));
      }
    });
  }
}
