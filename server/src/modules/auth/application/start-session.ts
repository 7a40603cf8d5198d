import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import type { User } from '../../users/index.js';
import { IDLE_LIMIT, startedSession } from '../domain/session.js';
import type { Agent } from '../domain/agent.js';
import type { Session } from '../domain/session.js';
import { SessionRepository } from './ports/session-repository.js';
import { hashOfToken, newSessionToken } from './session-token.js';

/** A login that has just begun. The token goes to the browser and nowhere else. */
export interface StartedSession {
  readonly token: string;
  readonly session: Session;
  readonly user: User;
}

/** Begins a login, with a token that was never used before (OWASP ASVS 5.0, 7.2.4). */
@Injectable()
export class StartSession {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async run(user: User, { browser, system }: Agent): Promise<StartedSession> {
    const token = newSessionToken();
    const now = this.clock.now();
    const [id, tokenHash] = [this.ids.next(), hashOfToken(token)];
    const session = startedSession({ id, tokenHash, userId: user.id, browser, system }, now);
    await this.unit.run(async () => {
      await this.sessions.removeOver(now - IDLE_LIMIT, now);
      await this.sessions.add(session);
    });
    return { token, session, user };
  }
}
