import { Injectable } from '@nestjs/common';
import type { SetupRequest } from '#contracts/auth.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { CreateFirstAdministrator, UserDirectory } from '../../users/index.js';
import type { Agent } from '../domain/agent.js';
import { SetupToken } from './setup-token.js';
import { StartSession } from './start-session.js';
import type { StartedSession } from './start-session.js';

/** Lets the holder of the setup link become the first administrator, and logs them in. */
@Injectable()
export class SetUp {
  constructor(
    private readonly users: UserDirectory,
    private readonly setupToken: SetupToken,
    private readonly createFirstAdministrator: CreateFirstAdministrator,
    private readonly startSession: StartSession,
  ) {}

  /**
   * @throws DomainError AUTH.SETUP_DONE when somebody was first, AUTH.SETUP_LINK_INVALID,
   * USER.PASSWORD_TOO_COMMON.
   */
  async run({ token, ...administrator }: SetupRequest, agent: Agent): Promise<StartedSession> {
    if (!(await this.users.isEmpty())) throw new DomainError('AUTH.SETUP_DONE');
    if (!this.setupToken.matches(token)) throw new DomainError('AUTH.SETUP_LINK_INVALID');
    const user = await this.createFirstAdministrator.run(administrator);
    this.setupToken.close();
    return this.startSession.run(user, agent);
  }
}
