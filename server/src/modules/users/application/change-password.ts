import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { User } from '../domain/user.js';
import { assertNotGuessable } from './new-password.js';
import { People } from './people.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** A person gives themselves another password. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordHasher,
    private readonly people: People,
  ) {}

  /** Whether `current` is the password of this person. */
  async knows(user: User, current: string): Promise<boolean> {
    return (await this.passwords.check(current, user.passwordHash)).matches;
  }

  /**
   * Refuses USER.PASSWORD_TOO_COMMON.
   *
   * @param alongside what else is to happen in the same unit
   */
  async run(user: User, password: string, alongside: () => Promise<void>): Promise<void> {
    assertNotGuessable(password, [user.username, user.displayName]);
    const passwordHash = await this.passwords.hash(password);
    await this.unit.run(async () => {
      const found = await this.users.findById(user.id);
      // A password that was changed or reset meanwhile is the one that counts.
      if (found?.passwordHash !== user.passwordHash) throw new DomainError('AUTH.REQUIRED');
      await this.users.setPasswordHash(user.id, passwordHash);
      const actor = { id: user.id, name: user.displayName };
      await this.people.record(user, actor, { action: 'user.password-change' });
      await alongside();
    });
  }
}
