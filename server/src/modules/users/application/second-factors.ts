import { Injectable } from '@nestjs/common';
import type { SecondFactorView } from '#contracts/second-factor.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { readCode } from '../domain/second-factor.js';
import type { TypedCode } from '../domain/second-factor.js';
import { AuthenticatorCodes } from './ports/authenticator-codes.js';
import { FactorSeal } from './ports/factor-seal.js';
import { SecondFactorRepository } from './ports/second-factor-repository.js';
import { hashOfRecoveryCode } from './recovery-codes.js';

/** Questions about second factors, and the proof by a code. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly codes: AuthenticatorCodes,
    private readonly seal: FactorSeal,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Whether the person logs in with a second factor. */
  async has(userId: string): Promise<boolean> {
    return (await this.unit.run(() => this.factors.find(userId))) !== null;
  }

  /** How it stands with the second factor of a person. */
  async view(userId: string): Promise<Omit<SecondFactorView, 'isOffered'>> {
    return this.unit.run(async () => {
      const factor = await this.factors.find(userId);
      return {
        since: factor && new Date(factor.since).toISOString(),
        recoveryCodesLeft: await this.factors.countRecoveryCodes(userId),
      };
    });
  }

  /**
   * Uses a code of the person up, and tells of which kind it was; null when it is wrong or was used before.
   * Whoever calls slows down guessing.
   */
  async use(userId: string, typed: string): Promise<TypedCode['kind'] | null> {
    const read = readCode(typed);
    if (read === null) return null;
    const isRight = await this.unit.run(() =>
      read.kind === 'recovery'
        ? this.factors.takeRecoveryCode(userId, hashOfRecoveryCode(read.code))
        : this.useStep(userId, read.code),
    );
    return isRight ? read.kind : null;
  }

  private async useStep(userId: string, code: string): Promise<boolean> {
    const factor = await this.factors.find(userId);
    if (factor === null) return false;
    const secret = this.seal.open(factor.sealedSecret, userId);
    if (secret === null) {
      // Recovery codes still work, and an administrator can take it away.
      this.log.error('A second factor cannot be opened', null, { userId });
      return false;
    }
    const step = this.codes.stepOf(secret, code, this.clock.now());
    return step !== null && this.factors.useStep(userId, step);
  }
}
