import { Injectable } from '@nestjs/common';
import type { UserList } from '#contracts/user.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { UserRepository } from './ports/user-repository.js';
import { userView } from './user-views.js';

/** Pengguna: everybody, by username. */
@Injectable()
export class ListUsers {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly factors: SecondFactorRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<UserList> {
    return this.unit.run(async () => {
      const links = new Map((await this.users.links(this.clock.now())).map((l) => [l.userId, l]));
      const owners = await this.factors.owners();
      const items = (await this.users.list()).map((user) =>
        userView(user, { link: links.get(user.id) ?? null, factor: owners.has(user.id) }),
      );
      return { items };
    });
  }
}
