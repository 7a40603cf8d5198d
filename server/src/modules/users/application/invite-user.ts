import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserInvitation, UserLink } from '#contracts/user.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { assertMayGrant } from '../domain/grants.js';
import type { User } from '../domain/user.js';
import { accessDetails } from './access-details.js';
import { GiveLink } from './give-link.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** Tambah pengguna: adds a person who comes in by a one-time link. */
@Injectable()
export class InviteUser {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordHasher,
    private readonly links: GiveLink,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Refuses USER.USERNAME_TAKEN, USER.GRANT_TOO_WIDE. */
  async run({ username, ...access }: UserInvitation, actor: Actor): Promise<UserLink> {
    assertMayGrant(actor, { roles: [], devices: [] }, access);
    const user: User = {
      id: this.ids.next(),
      username,
      displayName: username,
      // Nobody knows it, and it takes as long to try as any other.
      passwordHash: await this.passwords.hash(randomBytes(32).toString('base64url')),
      ...access,
      createdAt: this.clock.now(),
      joinedAt: null,
      disabledAt: null,
    };
    return this.unit.run(async () => {
      await this.users.holdEverybody();
      if (await this.users.findByUsername(username)) throw taken();
      await this.users.add(user);
      return this.links.to(user, actor, { action: 'user.invite', details: accessDetails(access) });
    });
  }
}

function taken(): DomainError {
  const fault = { pointer: '/username', code: 'USER.USERNAME_TAKEN' } as const;
  return new DomainError('USER.USERNAME_TAKEN', {}, [fault]);
}
