import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { assertMayGrant } from '../domain/grants.js';
import type { User } from '../domain/user.js';
import { People } from './people.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { UserRepository } from './ports/user-repository.js';

/** What else is to happen in the same unit of work. */
type Alongside = () => Promise<void>;

/** Switches a second factor off: one's own, or that of somebody who lost their phone. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly factors: SecondFactorRepository,
    private readonly people: People,
  ) {}

  /** Of a person who has just shown a code. Refuses AUTH.SECOND_FACTOR_OFF. */
  async own(user: User, alongside: Alongside): Promise<void> {
    await this.unit.run(async () => {
      if (!(await this.factors.remove(user.id))) throw new DomainError('AUTH.SECOND_FACTOR_OFF');
      await this.record(user, { id: user.id, name: user.displayName });
      await alongside();
    });
  }

  /**
   * Of somebody else, by an administrator. Refuses USER.NOT_FOUND, USER.OWN_SECOND_FACTOR,
   * USER.GRANT_TOO_WIDE, AUTH.SECOND_FACTOR_OFF.
   */
  async ofAnother(userId: string, actor: Actor, alongside: Alongside): Promise<void> {
    if (userId === actor.id) throw new DomainError('USER.OWN_SECOND_FACTOR');
    await this.unit.run(async () => {
      const user = await this.users.findById(userId);
      if (user === null) throw new DomainError('USER.NOT_FOUND');
      // With it gone a password is enough to be this person.
      const theirs = { roles: [...user.roles], devices: user.devices };
      assertMayGrant(actor, { roles: [], devices: [] }, theirs);
      if (!(await this.factors.remove(userId))) throw new DomainError('AUTH.SECOND_FACTOR_OFF');
      await this.record(user, actor);
      await alongside();
    });
  }

  /** By whoever holds the server itself. Answers whether there was one. */
  async byKeyboard(userId: string): Promise<boolean> {
    return this.unit.run(async () => {
      const user = await this.users.findById(userId);
      if (user === null || !(await this.factors.remove(userId))) return false;
      await this.record(user, { id: 'system', name: 'admin:reset' });
      return true;
    });
  }

  private async record(user: User, actor: Pick<Actor, 'id' | 'name'>): Promise<void> {
    await this.people.record(user, actor, { action: 'user.second-factor-off' });
  }
}
