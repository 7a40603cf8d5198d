import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { UserDirectory } from '../../users/index.js';
import type { User } from '../../users/index.js';
import { PendingLogins } from './ports/pending-logins.js';

/** Whose login waits for a code. Refuses AUTH.LOGIN_OVER when none does, whatever the reason. */
@Injectable()
export class PendingPeople {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pendingLogins: PendingLogins,
    private readonly users: UserDirectory,
    private readonly clock: Clock,
  ) {}

  async find(tokenHash: string): Promise<User> {
    return this.unit.run(async () => {
      const found = await this.pendingLogins.find(tokenHash, this.clock.now());
      const user = found && (await this.users.findActive(found.userId));
      if (user === null) throw new DomainError('AUTH.LOGIN_OVER');
      return user;
    });
  }

  /** Ends the waiting: of many at once one goes on. */
  async take(tokenHash: string): Promise<User> {
    return this.unit.run(async () => {
      const user = await this.find(tokenHash);
      const isFirst = await this.pendingLogins.take(tokenHash, this.clock.now());
      if (!isFirst) throw new DomainError('AUTH.LOGIN_OVER');
      return user;
    });
  }
}
