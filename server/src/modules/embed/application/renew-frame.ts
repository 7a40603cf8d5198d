import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ACCESS_LIFETIME, provedAtHost } from '../domain/frame-session.js';
import { AcceptToken } from './accept-token.js';
import { CheckToken } from './check-token.js';
import { GiveAccess } from './give-access.js';
import type { GivenAccess } from './give-access.js';
import { FrameSessions } from './ports/frame-sessions.js';

/** Lets a frame go on whose host answers for the person once more, in the roles that the person has now. */
@Injectable()
export class RenewFrame {
  constructor(
    private readonly checkToken: CheckToken,
    private readonly acceptToken: AcceptToken,
    private readonly giveAccess: GiveAccess,
    private readonly sessions: FrameSessions,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `OpenFrame` throws for the token, EMBED.TOKEN_REFUSED with `sub` when it is
   * another person's, AUTH.REQUIRED when the frame was ended meanwhile.
   */
  async run(sessionId: string, token: string, audience: string): Promise<GivenAccess> {
    const checked = await this.checkToken.handoff(token, audience);
    return this.unit.run(async () => {
      const session = await this.sessions.find(sessionId);
      if (session === null) throw new DomainError('AUTH.REQUIRED');
      const { person, grant } = await this.acceptToken.run(checked);
      if (person.id !== session.personId || checked.host.id !== session.hostId) {
        throw new DomainError('EMBED.TOKEN_REFUSED', { reason: 'sub' });
      }
      const hostEnd = (checked.claims.session_exp ?? Infinity) * 1000;
      const now = this.clock.now();
      const renewal = {
        roles: grant.roles,
        deviceIds: grant.deviceIds,
        accessUntil: now + ACCESS_LIFETIME,
        expiresAt: Math.min(session.expiresAt, hostEnd),
        provedAt: provedAtHost(now, checked.claims.auth_time),
      };
      if (!(await this.sessions.renew(sessionId, renewal))) throw new DomainError('AUTH.REQUIRED');
      return this.giveAccess.run({ ...session, ...renewal });
    });
  }
}
