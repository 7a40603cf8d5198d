import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '#contracts/auth.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ChangePassword, UserDirectory } from '../../users/index.js';
import { EndSession } from './end-session.js';
import { LoginThrottle } from './login-throttle.js';

/** Who asks, by which login and from where. */
export interface Asker {
  readonly userId: string;
  readonly sessionId: string;
  /** Network address. */
  readonly address: string;
}

/** Akun saya: another password. Whoever else is logged in with the former one is not any more. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly users: UserDirectory,
    private readonly throttle: LoginThrottle,
    private readonly passwords: ChangePassword,
    private readonly endSession: EndSession,
  ) {}

  /**
   * Refuses AUTH.WRONG_PASSWORD, and AUTH.TOO_MANY_TRIES for who guesses at an open screen;
   * USER.PASSWORD_TOO_COMMON.
   */
  async run({ current, password }: PasswordChange, asker: Asker): Promise<void> {
    const user = await this.users.requireActive(asker.userId);
    const attempt = { username: user.username, address: asker.address };
    this.throttle.begin(attempt);
    if (!(await this.passwords.knows(user, current))) {
      const fault = { pointer: '/current', code: 'AUTH.WRONG_PASSWORD' } as const;
      throw new DomainError('AUTH.WRONG_PASSWORD', {}, [fault]);
    }
    this.throttle.succeeded(attempt);
    await this.passwords.run(user, password, () => this.endSession.allOf(user.id, asker.sessionId));
  }
}
