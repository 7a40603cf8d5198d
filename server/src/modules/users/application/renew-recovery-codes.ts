import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { writtenRecoveryCode } from '../domain/second-factor.js';
import type { User } from '../domain/user.js';
import { People } from './people.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

/** Gives a person new recovery codes; those of before are void. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly people: People,
  ) {}

  /** The codes, this once. Refuses AUTH.SECOND_FACTOR_OFF. */
  async run(user: User): Promise<string[]> {
    return this.unit.run(async () => {
      const factor = await this.factors.find(user.id);
      if (factor === null) throw new DomainError('AUTH.SECOND_FACTOR_OFF');
      return this.give(user, 'user.recovery-codes');
    });
  }

  /** In the caller's unit of work. */
  async give(user: User, action: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(user.id, codes.map(hashOfRecoveryCode));
    await this.people.record(user, { id: user.id, name: user.displayName }, { action });
    return codes.map(writtenRecoveryCode);
  }
}
