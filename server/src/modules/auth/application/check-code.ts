import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AuditLog } from '../../audit/index.js';
import { SecondFactors, wrongCode } from '../../users/index.js';
import type { User } from '../../users/index.js';
import { LoginThrottle } from './login-throttle.js';

/** Wants a code of a person, and slows down who guesses. */
@Injectable()
export class CheckCode {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly factors: SecondFactors,
    private readonly audit: AuditLog,
    private readonly unit: UnitOfWork,
  ) {}

  /**
   * Uses the code up and tells whether it was of the application or a recovery code. Refuses AUTH.WRONG_CODE,
   * and AUTH.TOO_MANY_TRIES: wrong codes in a row grow the delay by an account of their own, which knowing
   * the password does not set back.
   *
   * @param address where the try comes from
   */
  async run(user: User, code: string, address: string): Promise<'application' | 'recovery'> {
    const attempt = { username: `code/${user.id}`, address };
    this.throttle.begin(attempt);
    const kind = await this.factors.use(user.id, code);
    if (kind === null) {
      await this.unit.run(() => this.writeDown(user));
      throw wrongCode();
    }
    this.throttle.succeeded(attempt);
    return kind;
  }

  private async writeDown({ id, displayName: name }: User): Promise<void> {
    const deed = { action: 'auth.code-refused', subject: 'user', subjectId: id };
    await this.audit.record({ id, name }, deed);
  }
}
