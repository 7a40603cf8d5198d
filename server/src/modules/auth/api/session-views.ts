import { Injectable } from '@nestjs/common';
import type { AuthStatus, LoginAnswer } from '#contracts/auth.contract.js';
import type { Me } from '#contracts/user.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { SecondFactors, UserDirectory, permissionsOf } from '../../users/index.js';
import type { User } from '../../users/index.js';
import type { AskedForCode } from '../application/open-door.js';
import { ResumeSession } from '../application/resume-session.js';
import type { ResumedSession } from '../application/resume-session.js';
import { SecondFactorDuty } from '../application/second-factor-duty.js';
import type { StartedSession } from '../application/start-session.js';
import { endOf } from '../domain/session.js';

/** What the screens see of logins and people. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly users: UserDirectory,
    private readonly factors: SecondFactors,
    private readonly duty: SecondFactorDuty,
    private readonly resumeSession: ResumeSession,
  ) {}

  async status(): Promise<AuthStatus> {
    return { setupNeeded: await this.users.isEmpty() };
  }

  /** @throws DomainError AUTH.REQUIRED when the login has just ended. */
  async me(sessionId: string): Promise<Me> {
    const resumed = await this.resumeSession.run(sessionId);
    if (resumed === null) throw new DomainError('AUTH.REQUIRED');
    return this.of(resumed);
  }

  /** What a try to come in led to. */
  async answer(opened: StartedSession | AskedForCode): Promise<LoginAnswer> {
    if ('session' in opened) return this.of(opened);
    const { pending, pendingUntil } = opened;
    return { pending, pendingUntil: new Date(pendingUntil).toISOString() };
  }

  async of({ user, session }: ResumedSession): Promise<Me> {
    return {
      id: user.id,
      username: user.username,
      displayName: user.displayName,
      roles: [...user.roles],
      permissions: [...permissionsOf(user.roles)],
      sessionExpiresAt: new Date(endOf(session)).toISOString(),
      secondFactor: await this.secondFactorOf(user),
    };
  }

  private async secondFactorOf(user: User): Promise<Me['secondFactor']> {
    if (await this.factors.has(user.id)) return 'on';
    return (await this.duty.isOwedBy(user)) ? 'needed' : 'off';
  }
}
