import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { SessionEnded } from '../../../platform/events/session-ended.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { UserDirectory } from '../../users/index.js';
import type { User } from '../../users/index.js';
import { isDueForTouch, isOver } from '../domain/session.js';
import type { Session } from '../domain/session.js';
import { SessionRepository } from './ports/session-repository.js';

/** A login that holds, and whose it is. */
export interface ResumedSession {
  readonly session: Session;
  readonly user: User;
}

/** Recognises a login at each request. Reads the person anew, so that a change acts at once. */
@Injectable()
export class ResumeSession {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly users: UserDirectory,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** The login of this hash, which counts as in use; null once it is over or its person shut out. */
  async run(tokenHash: string): Promise<ResumedSession | null> {
    return this.unit.run(async () => {
      const found = await this.sessions.find(tokenHash);
      if (found === null) return null;
      const now = this.clock.now();
      const user = isOver(found, now) ? null : await this.users.findActive(found.userId);
      if (user === null) {
        await this.sessions.remove(tokenHash);
        this.events.publish(new SessionEnded(tokenHash));
        return null;
      }
      if (!isDueForTouch(found, now)) return { session: found, user };
      await this.sessions.touch(tokenHash, now);
      return { session: { ...found, lastSeenAt: now }, user };
    });
  }
}
