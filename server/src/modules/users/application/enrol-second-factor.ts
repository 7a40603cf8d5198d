import { Injectable } from '@nestjs/common';
import type {
  SecondFactorEnrolment,
  SecondFactorStart,
} from '#contracts/second-factor.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { readCode } from '../domain/second-factor.js';
import type { User } from '../domain/user.js';
import { AuthenticatorCodes } from './ports/authenticator-codes.js';
import { FactorSeal } from './ports/factor-seal.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';

/** So long a shown secret may wait for its first code. */
const OFFER_LIFETIME = 15 * 60_000;

/** Switches the second factor of a person on, in two steps: shows a secret, then wants a code of it. */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly codes: AuthenticatorCodes,
    private readonly seal: FactorSeal,
    private readonly recoveryCodes: RenewRecoveryCodes,
    private readonly clock: Clock,
  ) {}

  /** A new secret. Nothing is stored: it comes back, sealed, with the first code. Refuses AUTH.SECOND_FACTOR_ON. */
  async begin({ id: userId, username }: User): Promise<SecondFactorEnrolment> {
    const found = await this.unit.run(() => this.factors.find(userId));
    if (found !== null) throw new DomainError('AUTH.SECOND_FACTOR_ON');
    const secret = this.codes.newSecret();
    const until = this.clock.now() + OFFER_LIFETIME;
    return {
      secret,
      address: this.codes.address(secret, username),
      enrolment: this.seal.sealOffer({ userId, secret }, until),
      expiresAt: new Date(until).toISOString(),
    };
  }

  /**
   * Switches it on and answers the recovery codes, this once. Refuses AUTH.ENROLMENT_OVER, AUTH.WRONG_CODE,
   * AUTH.SECOND_FACTOR_ON.
   *
   * @param alongside what else is to happen in the same unit
   */
  async finish(
    user: User,
    { enrolment, code: typed }: SecondFactorStart,
    alongside: () => Promise<void>,
  ): Promise<string[]> {
    const now = this.clock.now();
    const secret = this.seal.openOffer(enrolment, user.id, now);
    if (secret === null) throw new DomainError('AUTH.ENROLMENT_OVER');
    const read = readCode(typed);
    const step = read?.kind === 'application' ? this.codes.stepOf(secret, read.code, now) : null;
    if (step === null) throw wrongCode();
    const sealedSecret = this.seal.seal({ userId: user.id, secret });
    return this.unit.run(async () => {
      // The code that proves it is used up with that.
      const factor = { userId: user.id, sealedSecret, lastStep: step, since: now };
      if (!(await this.factors.add(factor))) throw new DomainError('AUTH.SECOND_FACTOR_ON');
      const codes = await this.recoveryCodes.give(user, 'user.second-factor-on');
      await alongside();
      return codes;
    });
  }
}

/** A code that does not hold, at its field. */
export function wrongCode(): DomainError {
  const fault = { pointer: '/code', code: 'AUTH.WRONG_CODE' } as const;
  return new DomainError('AUTH.WRONG_CODE', {}, [fault]);
}
