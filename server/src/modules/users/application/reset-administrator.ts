import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { User } from '../domain/user.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** What the person at the server's keyboard is told, once. */
export interface NewCredentials {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
}

const BASE_NAME = 'admin';
/** 120 bits: nobody guesses it, and it can still be typed. */
const PASSWORD_BYTES = 15;

/**
 * The way back in for somebody who holds the server itself: gives the administrator who has been there
 * longest a new random password, or makes one where none is left.
 */
@Injectable()
export class ResetAdministrator {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async run(): Promise<NewCredentials> {
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    return this.unit.run(async () => {
      const found = await this.users.findFirstActiveAdministrator();
      if (found) await this.users.setPasswordHash(found.id, passwordHash);
      const user = found ?? (await this.addAdministrator(passwordHash));
      const actor = { id: 'system', name: 'admin:reset' };
      await this.audit.record(actor, {
        action: 'user.reset-administrator',
        subject: 'user',
        subjectId: user.id,
      });
      return { userId: user.id, username: user.username, password };
    });
  }

  private async addAdministrator(passwordHash: string): Promise<User> {
    const user: User = {
      id: this.ids.next(),
      username: await this.freeUsername(),
      displayName: 'Administrator',
      passwordHash,
      roles: ['administrator'],
      devices: 'all',
      createdAt: this.clock.now(),
      joinedAt: this.clock.now(),
      disabledAt: null,
    };
    await this.users.add(user);
    return user;
  }

  private async freeUsername(): Promise<string> {
    for (let number = 1; ; number++) {
      const name = number === 1 ? BASE_NAME : `${BASE_NAME}${String(number)}`;
      if ((await this.users.findByUsername(name)) === null) return name;
    }
  }
}
