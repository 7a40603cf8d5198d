import { Injectable } from '@nestjs/common';
import type { HandoffClaims } from '#contracts/embed-token.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import type { FramedPerson } from '../domain/framed-person.js';
import type { Grant } from '../domain/grant.js';
import { isForgottenAt } from '../domain/token-times.js';
import type { CheckedToken } from './check-token.js';
import { DecideGrant } from './decide-grant.js';
import { EmbedHosts } from './ports/embed-hosts.js';
import { FramedPeople } from './ports/framed-people.js';
import { UsedTokens } from './ports/used-tokens.js';

/** Whom a token brings, and what they may be. */
export interface AcceptedToken {
  readonly person: FramedPerson;
  readonly grant: Grant;
}

/** Uses a checked token up for its person. Runs in the caller's unit of work: a refusal later gives it back. */
@Injectable()
export class AcceptToken {
  constructor(
    private readonly usedTokens: UsedTokens,
    private readonly hosts: EmbedHosts,
    private readonly people: FramedPeople,
    private readonly decideGrant: DecideGrant,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError EMBED.TOKEN_USED, EMBED.ROLE_REFUSED, EMBED.NO_DEVICE. */
  async run({ claims, host, key }: CheckedToken<HandoffClaims>): Promise<AcceptedToken> {
    const isFirst = await this.usedTokens.burn(claims.iss, claims.jti, isForgottenAt(claims));
    if (!isFirst) throw new DomainError('EMBED.TOKEN_USED');
    const grant = await this.decideGrant.run(claims, host);
    const now = this.clock.now();
    await this.hosts.touchKey(key.kid, now);
    const person = await this.people.welcome({
      id: this.ids.next(),
      issuer: claims.iss,
      subject: claims.sub,
      name: claims.name,
      createdAt: now,
      lastSeenAt: now,
    });
    return { person, grant };
  }
}
