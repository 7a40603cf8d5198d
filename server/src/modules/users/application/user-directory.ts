import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { isActive } from '../domain/user.js';
import type { User } from '../domain/user.js';
import { UserRepository } from './ports/user-repository.js';

/** Questions about people that other modules ask. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
  ) {}

  /** Whether nobody has been set up yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.unit.run(() => this.users.count())) === 0;
  }

  /** The person of this id, if they may still act. */
  async findActive(id: string): Promise<User | null> {
    const user = await this.unit.run(() => this.users.findById(id));
    return user !== null && isActive(user) ? user : null;
  }

  /** The same for somebody who is logged in. Refuses AUTH.REQUIRED when they were shut out a moment ago. */
  async requireActive(id: string): Promise<User> {
    const user = await this.findActive(id);
    if (user === null) throw new DomainError('AUTH.REQUIRED');
    return user;
  }
}
