import { Injectable } from '@nestjs/common';
import type { StepUp as GivenProof } from '#contracts/auth.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { SecondFactors } from '../../users/index.js';
import { CheckCode } from './check-code.js';
import { CheckOwnPassword } from './check-own-password.js';
import type { Asker } from './check-own-password.js';
import { SessionRepository } from './ports/session-repository.js';

/** Shows again, within a login, that it is its person who sits there: what wants a fresh proof is then let through. */
@Injectable()
export class StepUp {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly checkPassword: CheckOwnPassword,
    private readonly factors: SecondFactors,
    private readonly checkCode: CheckCode,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses AUTH.WRONG_PASSWORD; AUTH.WRONG_CODE, also when there is none, where the second factor is on;
   * AUTH.TOO_MANY_TRIES.
   */
  async run({ password, code }: GivenProof, asker: Asker): Promise<void> {
    const user = await this.checkPassword.run(password, asker, 'password');
    if (await this.factors.has(user.id)) await this.checkCode.run(user, code ?? '', asker.address);
    await this.unit.run(() => this.sessions.prove(asker.sessionId, this.clock.now()));
  }
}
