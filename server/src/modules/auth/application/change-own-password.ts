import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '#contracts/auth.contract.js';
import { ChangePassword } from '../../users/index.js';
import { CheckOwnPassword } from './check-own-password.js';
import type { Asker } from './check-own-password.js';
import { EndSession } from './end-session.js';

/** Akun saya: another password. Whoever else is logged in with the former one is not any more. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly checkPassword: CheckOwnPassword,
    private readonly passwords: ChangePassword,
    private readonly endSession: EndSession,
  ) {}

  /** Refuses AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_TRIES; USER.PASSWORD_TOO_COMMON. */
  async run({ current, password }: PasswordChange, asker: Asker): Promise<void> {
    const user = await this.checkPassword.run(current, asker, 'current');
    await this.passwords.run(user, password, () => this.endSession.allOf(user.id, asker.sessionId));
  }
}
