import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { SecondFactors } from '../../users/index.js';
import type { User } from '../../users/index.js';
import type { Agent } from '../domain/agent.js';
import { PENDING_LIFETIME } from '../domain/pending-login.js';
import { PendingLogins } from './ports/pending-logins.js';
import { hashOfToken, newSessionToken } from './session-token.js';
import { StartSession } from './start-session.js';
import type { StartedSession } from './start-session.js';

/** A code is needed to go on. The token goes to the browser and nowhere else. */
export interface AskedForCode {
  readonly pending: string;
  /** Milliseconds since the epoch. */
  readonly pendingUntil: number;
}

/** Lets somebody in whose password is known to be theirs, or asks for a code where they have a second factor. */
@Injectable()
export class OpenDoor {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly pendingLogins: PendingLogins,
    private readonly startSession: StartSession,
    private readonly clock: Clock,
  ) {}

  async run(user: User, agent: Agent): Promise<StartedSession | AskedForCode> {
    return this.unit.run(async () => {
      if (!(await this.factors.has(user.id))) return this.startSession.run(user, agent);
      const [pending, now] = [newSessionToken(), this.clock.now()];
      const pendingUntil = now + PENDING_LIFETIME;
      await this.pendingLogins.removeOver(now);
      await this.pendingLogins.add({
        tokenHash: hashOfToken(pending),
        userId: user.id,
        expiresAt: pendingUntil,
      });
      return { pending, pendingUntil };
    });
  }
}
