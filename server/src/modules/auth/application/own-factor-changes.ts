import { Injectable } from '@nestjs/common';
import { RemoveSecondFactor, RenewRecoveryCodes, UserDirectory } from '../../users/index.js';
import type { User } from '../../users/index.js';
import type { Asker } from './check-own-password.js';
import { CheckCode } from './check-code.js';
import { EndSession } from './end-session.js';

/**
 * Akun saya: what would weaken one's second factor. An open screen is not enough for it: a code of now is wanted.
 * Refuses AUTH.WRONG_CODE, AUTH.TOO_MANY_TRIES, AUTH.SECOND_FACTOR_OFF.
 */
@Injectable()
export class OwnFactorChanges {
  constructor(
    private readonly users: UserDirectory,
    private readonly checkCode: CheckCode,
    private readonly recoveryCodes: RenewRecoveryCodes,
    private readonly removal: RemoveSecondFactor,
    private readonly endSession: EndSession,
  ) {}

  /** New recovery codes. */
  async renew(code: string, asker: Asker): Promise<string[]> {
    return this.recoveryCodes.run(await this.proved(code, asker));
  }

  /** Switches it off; other logins end. */
  async stop(code: string, asker: Asker): Promise<void> {
    const user = await this.proved(code, asker);
    await this.removal.own(user, () => this.endSession.allOf(user.id, asker.sessionId));
  }

  private async proved(code: string, { userId, address }: Asker): Promise<User> {
    const user = await this.users.requireActive(userId);
    await this.checkCode.run(user, code, address);
    return user;
  }
}
