import { Injectable } from '@nestjs/common';
import type { SessionList, SessionView } from '#contracts/auth.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { IDLE_LIMIT } from '../domain/session.js';
import type { Session } from '../domain/session.js';
import { EndSession } from './end-session.js';
import { SessionRepository } from './ports/session-repository.js';

/** Where a person is logged in, and ending it from afar. */
@Injectable()
export class PersonSessions {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly endSession: EndSession,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param asking the login that asks, which is marked */
  async list(userId: string, asking: string): Promise<SessionList> {
    const found = await this.unit.run(() => this.open(userId));
    return { items: found.map((session) => viewOf(session, asking)) };
  }

  /** Ends one of their logins at once. Refuses AUTH.SESSION_NOT_FOUND. */
  async end(userId: string, sessionId: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const session = (await this.open(userId)).find(({ id }) => id === sessionId);
      if (!session) throw new DomainError('AUTH.SESSION_NOT_FOUND');
      await this.endSession.one(session.tokenHash);
      await this.record(userId, actor);
    });
  }

  /** Ends all of their logins, but the one that asks. */
  async endAll(userId: string, asking: string, actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      await this.endSession.allOf(userId, asking);
      await this.record(userId, actor);
    });
  }

  private open(userId: string): Promise<Session[]> {
    const now = this.clock.now();
    return this.sessions.listOf(userId, now - IDLE_LIMIT, now);
  }

  private async record(userId: string, actor: Actor): Promise<void> {
    const deed = { action: 'auth.session-end', subject: 'user', subjectId: userId };
    await this.audit.record(actor, deed);
  }
}

const viewOf = (session: Session, asking: string): SessionView => ({
  id: session.id,
  browser: session.browser,
  system: session.system,
  createdAt: new Date(session.createdAt).toISOString(),
  lastSeenAt: new Date(session.lastSeenAt).toISOString(),
  current: session.tokenHash === asking,
});
