import { Injectable } from '@nestjs/common';
import type { LinkAcceptance, LinkReading } from '#contracts/auth.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { UserLink } from '../domain/user-link.js';
import type { User } from '../domain/user.js';
import { assertNotGuessable } from './new-password.js';
import { hashOfLink } from './link-token.js';
import { People } from './people.js';
import { PasswordHasher } from './ports/password-hasher.js';
import { UserRepository } from './ports/user-repository.js';

/** A person comes by their one-time link and chooses a password. */
@Injectable()
export class UseLink {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly users: UserRepository,
    private readonly people: People,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  /** What the link is for. Refuses AUTH.LINK_INVALID. */
  async read(token: string): Promise<LinkReading> {
    const { link, user } = await this.unit.run(() => this.find(hashOfLink(token)));
    const { username, displayName } = user;
    return {
      kind: link.kind,
      username,
      displayName: link.kind === 'invitation' ? '' : displayName,
    };
  }

  /**
   * Sets name and password, once: of many at the same moment one succeeds. Refuses AUTH.LINK_INVALID,
   * USER.PASSWORD_TOO_COMMON.
   *
   * @param alongside what else is to happen in the same unit, to the person as they are then
   */
  async accept<T>(
    { token, displayName, password }: LinkAcceptance,
    alongside: (user: User) => Promise<T>,
  ): Promise<T> {
    const tokenHash = hashOfLink(token);
    const { user } = await this.unit.run(() => this.find(tokenHash));
    assertNotGuessable(password, [user.username, displayName]);
    const passwordHash = await this.passwords.hash(password);
    return this.unit.run(async () => {
      const { link, user: before } = await this.find(tokenHash);
      const now = this.clock.now();
      if (!(await this.users.takeLink(tokenHash, now))) throw new DomainError('AUTH.LINK_INVALID');
      const after = { ...before, displayName, passwordHash, joinedAt: before.joinedAt ?? now };
      await this.users.replace(after);
      const actor = { id: after.id, name: displayName };
      await this.people.record(after, actor, {
        action: 'user.link-used',
        details: { kind: link.kind },
      });
      return alongside(after);
    });
  }

  private async find(tokenHash: string): Promise<{ link: UserLink; user: User }> {
    const link = await this.users.findLink(tokenHash, this.clock.now());
    const user = link && (await this.users.findById(link.userId));
    if (!link || user?.disabledAt !== null) throw new DomainError('AUTH.LINK_INVALID');
    return { link, user };
  }
}
