import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AuditLog } from '../../audit/index.js';
import type { Agent } from '../domain/agent.js';
import { CheckCode } from './check-code.js';
import { PendingPeople } from './pending-people.js';
import { hashOfToken } from './session-token.js';
import { StartSession } from './start-session.js';
import type { StartedSession } from './start-session.js';

/** The second step of a login. */
export interface SecondStep {
  readonly pending: string;
  readonly code: string;
  /** Network address that it comes from. */
  readonly address: string;
  readonly agent: Agent;
}

/** Lets a person in who has given their password and now shows a code. */
@Injectable()
export class FinishLogin {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly people: PendingPeople,
    private readonly checkCode: CheckCode,
    private readonly startSession: StartSession,
    private readonly audit: AuditLog,
  ) {}

  /** Refuses AUTH.LOGIN_OVER, AUTH.WRONG_CODE, AUTH.TOO_MANY_TRIES. */
  async run({ pending, code, address, agent }: SecondStep): Promise<StartedSession> {
    const tokenHash = hashOfToken(pending);
    const kind = await this.checkCode.run(await this.people.find(tokenHash), code, address);
    return this.unit.run(async () => {
      // Read anew: it may have been called off meanwhile, by another password or by shutting the person out.
      const user = await this.people.take(tokenHash);
      await this.audit.record(
        { id: user.id, name: user.displayName },
        { action: 'auth.login', subject: 'user', subjectId: user.id, details: { code: kind } },
      );
      return this.startSession.run(user, agent);
    });
  }
}
