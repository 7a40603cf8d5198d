import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { writtenName } from '../domain/framed-person.js';
import { isForgottenAt } from '../domain/token-times.js';
import { CheckToken } from './check-token.js';
import { EndFrames } from './end-frames.js';
import { FramedPeople } from './ports/framed-people.js';
import { UsedTokens } from './ports/used-tokens.js';

/** Ends the frames of somebody who has left the host (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class LogOutFrames {
  constructor(
    private readonly checkToken: CheckToken,
    private readonly usedTokens: UsedTokens,
    private readonly people: FramedPeople,
    private readonly endFrames: EndFrames,
    private readonly audit: AuditLog,
    private readonly unit: UnitOfWork,
  ) {}

  /** Answers how many frames were ended. @throws DomainError EMBED.TOKEN_REFUSED, EMBED.TOKEN_USED, EMBED.OFF. */
  async run(token: string, audience: string): Promise<number> {
    const { claims, host } = await this.checkToken.logout(token, audience);
    return this.unit.run(async () => {
      const isFirst = await this.usedTokens.burn(claims.iss, claims.jti, isForgottenAt(claims));
      if (!isFirst) throw new DomainError('EMBED.TOKEN_USED');
      const { sub, sid } = claims;
      const person = sub === undefined ? null : await this.people.findBySubject(host.issuer, sub);
      // Nobody of that name was ever here: nothing is open, and nothing else may be ended for it.
      if (sub !== undefined && person === null) return 0;
      const ended = await this.endFrames.allOf({
        hostId: host.id,
        personId: person?.id,
        hostSession: sid,
      });
      const actor = person
        ? { id: person.id, name: writtenName(person.name, host.name) }
        : { id: host.id, name: host.name };
      const details = { ended };
      const deed = { action: 'embed.logout', subject: 'embed-host', subjectId: host.id, details };
      await this.audit.record(actor, deed);
      return ended;
    });
  }
}
