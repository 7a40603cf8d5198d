import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { InstallationSettings } from '../../settings/index.js';
import { SecondFactors } from '../../users/index.js';
import type { User } from '../../users/index.js';
import { mayOweSecondFactor, owesSecondFactor } from '../domain/second-factor-duty.js';

/** What the installation asks of people about second factors. */
@Injectable()
export class SecondFactorDuty {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly settings: InstallationSettings,
    private readonly factors: SecondFactors,
  ) {}

  /** Whether this person must switch a second factor on before they may do anything else. */
  async isOwedBy({ id, roles }: User): Promise<boolean> {
    // Asked at each request: most people are let through without a look into the database.
    if (!mayOweSecondFactor(roles)) return false;
    return this.unit.run(async () => {
      if (await this.factors.has(id)) return false;
      const { secondFactor } = await this.settings.policies();
      return owesSecondFactor({ roles, hasSecondFactor: false }, secondFactor);
    });
  }

  /** Whether people may switch one on. */
  async isOffered(): Promise<boolean> {
    return this.unit.run(async () => {
      const { secondFactor } = await this.settings.policies();
      return secondFactor.mode !== 'off';
    });
  }

  /** Refuses AUTH.SECOND_FACTOR_NOT_OFFERED. */
  async assertOffered(): Promise<void> {
    if (!(await this.isOffered())) throw new DomainError('AUTH.SECOND_FACTOR_NOT_OFFERED');
  }
}
