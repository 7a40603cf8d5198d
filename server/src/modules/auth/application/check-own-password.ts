import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ChangePassword, UserDirectory } from '../../users/index.js';
import type { User } from '../../users/index.js';
import { LoginThrottle } from './login-throttle.js';

/** Who asks, by which login and from where. */
export interface Asker {
  readonly userId: string;
  readonly sessionId: string;
  /** Network address. */
  readonly address: string;
}

/** Wants the password of somebody who is logged in, and slows down who guesses at an open screen. */
@Injectable()
export class CheckOwnPassword {
  constructor(
    private readonly users: UserDirectory,
    private readonly throttle: LoginThrottle,
    private readonly passwords: ChangePassword,
  ) {}

  /**
   * The person whose password it is. Refuses AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_TRIES.
   *
   * @param field where the password stands in the request
   */
  async run(password: string, asker: Asker, field: string): Promise<User> {
    const user = await this.users.requireActive(asker.userId);
    const attempt = { username: user.username, address: asker.address };
    this.throttle.begin(attempt);
    if (!(await this.passwords.knows(user, password))) {
      const fault = { pointer: `/${field}`, code: 'AUTH.WRONG_PASSWORD' } as const;
      throw new DomainError('AUTH.WRONG_PASSWORD', {}, [fault]);
    }
    this.throttle.succeeded(attempt);
    return user;
  }
}
