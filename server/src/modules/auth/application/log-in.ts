import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import type { Counter } from '../../../platform/metrics/metrics.js';
import { AuditLog } from '../../audit/index.js';
import { CheckCredentials } from '../../users/index.js';
import type { User } from '../../users/index.js';
import type { Agent } from '../domain/agent.js';
import { LoginThrottle } from './login-throttle.js';
import type { LoginTry } from './login-throttle.js';
import { OpenDoor } from './open-door.js';
import type { AskedForCode } from './open-door.js';
import type { StartedSession } from './start-session.js';

/** A try to log in. */
export interface LoginAttempt {
  readonly username: string;
  readonly password: string;
  /** Network address that it comes from. */
  readonly address: string;
  readonly agent: Agent;
}

const LABELS = { outcome: ['ok', 'wrong', 'too-many-tries'] as const };

/** Lets a person in who knows their password, or asks them for a code. */
@Injectable()
export class LogIn {
  private readonly logins: Counter<typeof LABELS>;

  constructor(
    private readonly throttle: LoginThrottle,
    private readonly credentials: CheckCredentials,
    private readonly door: OpenDoor,
    private readonly audit: AuditLog,
    private readonly unit: UnitOfWork,
    metrics: Metrics,
  ) {
    this.logins = metrics.counter({
      name: 'prima_logins_total',
      help: 'Tries to log in with a password, by what became of them',
      labels: LABELS,
    });
  }

  /**
   * @throws DomainError AUTH.WRONG_CREDENTIALS for every reason alike, AUTH.TOO_MANY_TRIES.
   */
  async run(login: LoginAttempt): Promise<StartedSession | AskedForCode> {
    const { username, password, address, agent } = login;
    const attempt = { username: username.toLowerCase(), address };
    this.admit(attempt);
    const { matches, user } = await this.credentials.run(attempt.username, password);
    if (!matches || user === null) {
      // Written for unknown names as well: else the time that the writing takes would tell them apart.
      await this.unit.run(() => this.writeDown('auth.login-refused', user));
      this.logins.add({ outcome: 'wrong' });
      throw new DomainError('AUTH.WRONG_CREDENTIALS');
    }
    this.throttle.succeeded(attempt);
    this.logins.add({ outcome: 'ok' });
    return this.unit.run(async () => {
      const opened = await this.door.run(user, agent);
      await this.writeDown('session' in opened ? 'auth.login' : 'auth.password-right', user);
      return opened;
    });
  }

  private admit(attempt: LoginTry): void {
    try {
      this.throttle.begin(attempt);
    } catch (error) {
      this.logins.add({ outcome: 'too-many-tries' });
      throw error;
    }
  }

  /** A name that nobody has is not written: people type their password there by mistake. */
  private async writeDown(action: string, user: User | null): Promise<void> {
    const actor = { id: user?.id ?? 'unknown', name: user?.displayName ?? '?' };
    await this.audit.record(actor, { action, subject: 'user', subjectId: actor.id });
  }
}
