import { Injectable } from '@nestjs/common';
import type { UserLink } from '#contracts/user.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { AuditDeed } from '../../audit/index.js';
import { assertMayGrant } from '../domain/grants.js';
import type { User } from '../domain/user.js';
import { newLink } from './link-token.js';
import { People } from './people.js';
import { UserRepository } from './ports/user-repository.js';

/** Gives a person a one-time link by which they choose a password. Nobody ever sets another's password. */
@Injectable()
export class GiveLink {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * A new invitation for who has not come yet, a reset for everybody else; a link of before is void. Refuses
   * USER.NOT_FOUND, USER.DISABLED, USER.GRANT_TOO_WIDE.
   */
  async run(userId: string, actor: Actor): Promise<UserLink> {
    return this.unit.run(async () => {
      const user = (await this.users.holdEverybody()).find(({ id }) => id === userId);
      if (!user) throw new DomainError('USER.NOT_FOUND');
      if (user.disabledAt !== null) throw new DomainError('USER.DISABLED');
      // Whoever holds the link can become this person.
      const theirs = { roles: [...user.roles], devices: user.devices };
      assertMayGrant(actor, { roles: [], devices: [] }, theirs);
      return this.to(user, actor, { action: 'user.link' });
    });
  }

  /** In the caller's unit of work. */
  async to(
    user: User,
    actor: Actor,
    deed: Pick<AuditDeed, 'action' | 'details'>,
  ): Promise<UserLink> {
    const kind = user.joinedAt === null ? 'invitation' : 'password-reset';
    const { link, token } = newLink(user.id, kind, this.clock.now());
    await this.users.putLink(link);
    await this.people.record(user, actor, { ...deed, details: { ...deed.details, kind } });
    const expiresAt = new Date(link.expiresAt).toISOString();
    return { user: await this.people.view(user), kind, token, expiresAt };
  }
}
