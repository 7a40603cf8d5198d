import { Inject, Injectable } from '@nestjs/common';
import type { AuthStatus } from '#contracts/auth.contract.js';
import type { Me } from '#contracts/user.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { UserDirectory, permissionsOf } from '../../users/index.js';
import { ResumeSession } from '../application/resume-session.js';
import type { ResumedSession } from '../application/resume-session.js';
import { endOf } from '../domain/session.js';

/** What the screens see of logins and people. */
@Injectable()
export class SessionViews {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly users: UserDirectory,
    private readonly resumeSession: ResumeSession,
  ) {}

  /** @param hostname as the browser addresses this server. */
  async status(hostname: string): Promise<AuthStatus> {
    return {
      setupNeeded: await this.users.isEmpty(),
      insecureTransport: !this.config.secureCookies && !isThisMachine(hostname),
    };
  }

  /** @throws DomainError AUTH.REQUIRED when the login has just ended. */
  async me(sessionId: string): Promise<Me> {
    const resumed = await this.resumeSession.run(sessionId);
    if (resumed === null) throw new DomainError('AUTH.REQUIRED');
    return this.of(resumed);
  }

  of({ user, session }: ResumedSession): Me {
    return {
      id: user.id,
      username: user.username,
      displayName: user.displayName,
      roles: [...user.roles],
      permissions: [...permissionsOf(user.roles)],
      sessionExpiresAt: new Date(endOf(session)).toISOString(),
    };
  }
}

/** Browsers treat these as safe without https. */
const isThisMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
