import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { User } from '../domain/user.js';
import { assertNotGuessable } from './new-password.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** Who is to be the first. */
export interface FirstAdministrator {
  /** In lower case. */
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/** Turns an empty installation into one with an administrator. */
@Injectable()
export class CreateFirstAdministrator {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Of many at the same moment one succeeds.
   * @throws DomainError AUTH.SETUP_DONE when somebody is there already, USER.PASSWORD_TOO_COMMON.
   */
  async run({ username, displayName, password }: FirstAdministrator): Promise<User> {
    assertNotGuessable(password, [username, displayName]);
    const user: User = {
      id: this.ids.next(),
      username,
      displayName,
      passwordHash: await this.passwords.hash(password),
      roles: ['administrator'],
      devices: 'all',
      createdAt: this.clock.now(),
      joinedAt: this.clock.now(),
      disabledAt: null,
    };
    await this.unit.run(async () => {
      if (!(await this.users.addFirst(user))) throw new DomainError('AUTH.SETUP_DONE');
      const actor = { id: user.id, name: user.displayName };
      await this.audit.record(actor, {
        action: 'user.create-first-administrator',
        subject: 'user',
        subjectId: user.id,
      });
    });
    return user;
  }
}
