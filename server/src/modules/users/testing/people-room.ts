import { openSqlite } from '../../../platform/database/testing/test-database.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import type { AuditDeed } from '../../audit/index.js';
import { People } from '../application/people.js';
import { PasswordHasher } from '../application/ports/password-hasher.js';
import type { PasswordCheck } from '../application/ports/password-hasher.js';
import type { User } from '../domain/user.js';
import {
  RecoveryCodeRow,
  SecondFactorRow,
} from '../infrastructure/persistence/second-factor.row.js';
import { TypeOrmSecondFactorRepository } from '../infrastructure/persistence/typeorm-second-factor-repository.js';
import { TypeOrmUserRepository } from '../infrastructure/persistence/typeorm-user-repository.js';
import { UserLinkRow } from '../infrastructure/persistence/user-link.row.js';
import { UserRow } from '../infrastructure/persistence/user.row.js';
import { someUser } from './user-repository.suite.js';

/** Hashes that can be read: `today:password`, and `weak:password` of former parameters. */
export class PlainHasher extends PasswordHasher {
  /** Hashes that were compared with, in turn. */
  readonly compared: (string | null)[] = [];

  hash(password: string): Promise<string> {
    return Promise.resolve(`today:${password}`);
  }

  check(password: string, hash: string | null): Promise<PasswordCheck> {
    this.compared.push(hash);
    const outdated = hash === `weak:${password}`;
    return Promise.resolve({ matches: outdated || hash === `today:${password}`, outdated });
  }
}

/** What a test of people works with: stored people in a database of its own. */
export type PeopleRoom = Awaited<ReturnType<typeof openPeopleRoom>>;

/** Opens it. Close it when done. */
export async function openPeopleRoom() {
  const {
    database: unit,
    events,
    close,
  } = await openSqlite([...[UserRow, UserLinkRow, SecondFactorRow, RecoveryCodeRow]]);
  const clock = new FakeClock();
  const deeds: AuditDeed[] = [];
  const audit = {
    record: (_: unknown, deed: AuditDeed) => {
      deeds.push(deed);
      return Promise.resolve();
    },
  };
  const users = new TypeOrmUserRepository(unit);
  const factors = new TypeOrmSecondFactorRepository(unit);
  return {
    ...{ unit, events, clock, audit, deeds, users, factors, close },
    passwords: new PlainHasher(),
    people: new People(users, factors, audit, events, clock),
    /** Adds a person, whatever is not asked for made up. */
    has: async (given: Partial<User> = {}): Promise<User> => {
      const user = someUser(given);
      await unit.run(() => users.add(user));
      return user;
    },
    find: (id: string) => unit.run(() => users.findById(id)),
  };
}
