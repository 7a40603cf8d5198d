import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isActive } from '../domain/user.js';
import type { User } from '../domain/user.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** What came of a try to log in. `user` is the person that the name belongs to, if any. */
export interface CredentialsCheck {
  readonly matches: boolean;
  readonly user: User | null;
}

/** Looks whether a username and a password belong together. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordHasher,
  ) {}

  /**
   * Takes as long for a name that nobody has, and for a person who is shut out, as for a wrong
   * password (OWASP ASVS 5.0, 6.3.8). A hash of weaker parameters than today's is renewed.
   */
  async run(username: string, password: string): Promise<CredentialsCheck> {
    const user = await this.unit.run(() => this.users.findByUsername(username.toLowerCase()));
    const { matches, outdated } = await this.passwords.check(password, user?.passwordHash ?? null);
    if (user === null || !matches || !isActive(user)) return { matches: false, user };
    if (outdated) {
      const passwordHash = await this.passwords.hash(password);
      await this.unit.run(() => this.users.setPasswordHash(user.id, passwordHash));
    }
    return { matches: true, user };
  }
}
