import { Injectable } from '@nestjs/common';
import type { UserView } from '#contracts/user.contract.js';
import { AccessChanged } from '../../../platform/events/access-changed.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { AuditDeed } from '../../audit/index.js';
import { assertAdministrated } from '../domain/grants.js';
import type { User } from '../domain/user.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { UserRepository } from './ports/user-repository.js';
import { userView } from './user-views.js';

/** What is written down about a change of a person. */
type Deed = Pick<AuditDeed, 'action' | 'details'>;

/** The one way to change what somebody may do. Every call runs in the caller's unit of work. */
@Injectable()
export class People {
  constructor(
    private readonly users: UserRepository,
    private readonly factors: SecondFactorRepository,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a person, with everybody held, so that of two who each take the other's role one is refused. Must
   * be the first call of the unit. Their logins and open streams learn of it after the commit. Refuses
   * USER.NOT_FOUND, USER.LAST_ADMINISTRATOR and what `change` refuses.
   */
  async change(
    userId: string,
    actor: Actor,
    change: (user: User) => { readonly user: User; readonly deed: Deed },
  ): Promise<UserView> {
    const everybody = await this.users.holdEverybody();
    const before = everybody.find(({ id }) => id === userId);
    if (!before) throw new DomainError('USER.NOT_FOUND');
    const { user, deed } = change(before);
    assertAdministrated(everybody.map((other) => (other.id === userId ? user : other)));
    await this.users.replace(user);
    await this.record(user, actor, deed);
    this.events.publish(new AccessChanged(userId));
    return this.view(user);
  }

  async record({ id }: User, actor: Pick<Actor, 'id' | 'name'>, deed: Deed): Promise<void> {
    await this.audit.record(actor, { ...deed, subject: 'user', subjectId: id });
  }

  async view(user: User): Promise<UserView> {
    const links = await this.users.links(this.clock.now());
    const link = links.find(({ userId }) => userId === user.id) ?? null;
    return userView(user, { link, factor: (await this.factors.find(user.id)) !== null });
  }
}
