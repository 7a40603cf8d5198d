import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator } from '../../../platform/http/authenticator.js';
import type { SignedIn } from '../../../platform/http/authenticator.js';
import { devicesOf, permissionsOf } from '../../users/index.js';
import { ResumeSession } from '../application/resume-session.js';
import { SecondFactorDuty } from '../application/second-factor-duty.js';
import { hashOfToken } from '../application/session-token.js';
import { SessionCookie } from './session-cookie.js';

/** Says who calls by the cookie of their login. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly resumeSession: ResumeSession,
    private readonly duty: SecondFactorDuty,
  ) {
    super();
  }

  async authenticate(request: Request): Promise<SignedIn | null> {
    const token = this.cookie.read(request);
    return token === null ? null : this.keepAlive(hashOfToken(token));
  }

  async keepAlive(sessionId: string): Promise<SignedIn | null> {
    const resumed = await this.resumeSession.run(sessionId);
    if (resumed === null) return null;
    const { id, displayName: name, roles } = resumed.user;
    const devices = devicesOf(resumed.user);
    return {
      sessionId,
      actor: { id, name, permissions: permissionsOf(roles), devices },
      owesSecondFactor: await this.duty.isOwedBy(resumed.user),
      proof: { at: resumed.session.provedAt, where: 'here' },
    };
  }
}
