import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
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
}
