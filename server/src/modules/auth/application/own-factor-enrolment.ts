import { Injectable } from '@nestjs/common';
import type {
  SecondFactorEnrolment,
  SecondFactorStart,
} from '#contracts/second-factor.contract.js';
import { EnrolSecondFactor, UserDirectory } from '../../users/index.js';
import type { Asker } from './check-own-password.js';
import { EndSession } from './end-session.js';
import { SecondFactorDuty } from './second-factor-duty.js';

/** Akun saya: switches one's second factor on. */
@Injectable()
export class OwnFactorEnrolment {
  constructor(
    private readonly users: UserDirectory,
    private readonly duty: SecondFactorDuty,
    private readonly enrol: EnrolSecondFactor,
    private readonly endSession: EndSession,
  ) {}

  /** Refuses AUTH.SECOND_FACTOR_ON, AUTH.SECOND_FACTOR_NOT_OFFERED. */
  async begin(userId: string): Promise<SecondFactorEnrolment> {
    await this.duty.assertOffered();
    return this.enrol.begin(await this.users.requireActive(userId));
  }

  /**
   * Answers the recovery codes. Other logins, which knew a password alone, end. Refuses AUTH.ENROLMENT_OVER,
   * AUTH.WRONG_CODE, AUTH.SECOND_FACTOR_ON.
   */
  async finish(start: SecondFactorStart, { userId, sessionId }: Asker): Promise<string[]> {
    const user = await this.users.requireActive(userId);
    return this.enrol.finish(user, start, () => this.endSession.allOf(userId, sessionId));
  }
}
