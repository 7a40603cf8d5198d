import { Injectable } from '@nestjs/common';
import type { UserAccess, UserView } from '#contracts/user.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { assertMayGrant } from '../domain/grants.js';
import { accessDetails } from './access-details.js';
import { People } from './people.js';

/** Gives a person other roles or devices. */
@Injectable()
export class ChangeAccess {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: People,
  ) {}

  /** Refuses USER.NOT_FOUND, USER.GRANT_TOO_WIDE, USER.LAST_ADMINISTRATOR. */
  async run(userId: string, access: UserAccess, actor: Actor): Promise<UserView> {
    return this.unit.run(() =>
      this.people.change(userId, actor, (user) => {
        const { roles, devices } = user;
        const before = { roles: [...roles], devices };
        assertMayGrant(actor, before, access);
        const details = { ...accessDetails(access), before: accessDetails(before).roles };
        return { user: { ...user, ...access }, deed: { action: 'user.access', details } };
      }),
    );
  }
}
