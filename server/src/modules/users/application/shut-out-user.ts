import { Injectable } from '@nestjs/common';
import type { UserView } from '#contracts/user.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { assertMayGrant } from '../domain/grants.js';
import type { User } from '../domain/user.js';
import { People } from './people.js';
import { UserRepository } from './ports/user-repository.js';

/** Shuts a person out, at once and wherever they are logged in, or lets them in again. */
@Injectable()
export class ShutOutUser {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
    private readonly users: UserRepository,
    private readonly clock: Clock,
  ) {}

  /** A link that they were given is void. Refuses USER.NOT_FOUND, USER.GRANT_TOO_WIDE, USER.LAST_ADMINISTRATOR. */
  async disable(userId: string, actor: Actor): Promise<UserView> {
    return this.unit.run(async () => {
      const view = await this.people.change(userId, actor, (user) => {
        assertMayHandle(actor, user);
        const disabledAt = user.disabledAt ?? this.clock.now();
        return { user: { ...user, disabledAt }, deed: { action: 'user.disable' } };
      });
      await this.users.removeLinkOf(userId);
      return { ...view, linkExpiresAt: null };
    });
  }

  /** Refuses USER.NOT_FOUND, USER.GRANT_TOO_WIDE. */
  async enable(userId: string, actor: Actor): Promise<UserView> {
    return this.unit.run(() =>
      this.people.change(userId, actor, (user) => {
        assertMayHandle(actor, user);
        return { user: { ...user, disabledAt: null }, deed: { action: 'user.enable' } };
      }),
    );
  }
}

/** Who shuts somebody out takes everything from them. */
function assertMayHandle(actor: Actor, { roles, devices }: User): void {
  assertMayGrant(actor, { roles: [...roles], devices }, { roles: [], devices: [] });
}
