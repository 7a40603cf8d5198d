import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { UserRepository } from '../application/ports/user-repository.js';
import type { User } from '../domain/user.js';

/** What a suite needs of a storage. */
export interface UserRepositorySubject {
  readonly users: UserRepository;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

let serial = 0;

/** A person with whatever is not asked for made up. */
export function someUser(given: Partial<User> = {}): User {
  serial++;
  return {
    id: `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    username: `orang${String(serial)}`,
    displayName: 'Ibu Sari 😀',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$dGFn',
    roles: ['operator', 'confirmer'],
    devices: ['00000000-0000-7000-8000-00000000d001'],
    createdAt: 1_763_000_000_000 + serial,
    joinedAt: 1_763_000_000_000 + serial,
    disabledAt: null,
    ...given,
  };
}

/** Every storage of people must behave like this. */
export function describeUserRepository(
  name: string,
  open: () => Promise<UserRepositorySubject>,
): void {
  describe(`UserRepository on ${name}`, () => {
    let subject: UserRepositorySubject;

    beforeEach(async () => {
      subject = await open();
    });

    afterEach(() => subject.close());

    it('gives a person back as they were added, by id and by username', async () => {
      const { users, unit } = subject;
      const user = someUser();
      await unit.run(() => users.add(user));
      expect(await unit.run(() => users.findById(user.id))).toEqual(user);
      expect(await unit.run(() => users.findByUsername(user.username))).toEqual(user);
      expect(await unit.run(() => users.findByUsername('nobody'))).toBeNull();
      expect(await unit.run(() => users.count())).toBe(1);
    });

    it('refuses a username twice', async () => {
      const { users, unit } = subject;
      await unit.run(() => users.add(someUser({ username: 'sari' })));
      await expect(unit.run(() => users.add(someUser({ username: 'sari' })))).rejects.toThrow();
    });

    it('lets one of many at once be the first, and nobody after', async () => {
      const { users, unit } = subject;
      const wins = await Promise.all(
        Array.from({ length: 6 }, () => unit.run(() => users.addFirst(someUser()))),
      );
      expect(wins.filter(Boolean)).toHaveLength(1);
      expect(await unit.run(() => users.addFirst(someUser()))).toBe(false);
      expect(await unit.run(() => users.count())).toBe(1);
    });

    it('stores the first person whole', async () => {
      const { users, unit } = subject;
      const user = someUser({ roles: ['administrator'] });
      await unit.run(() => users.addFirst(user));
      expect(await unit.run(() => users.findById(user.id))).toEqual(user);
    });

    it('finds the administrator who has been there longest and may log in', async () => {
      const { users, unit } = subject;
      const second = someUser({ roles: ['administrator'], createdAt: 30 });
      await unit.run(async () => {
        expect(await users.findFirstActiveAdministrator()).toBeNull();
        await users.add(someUser({ roles: ['operator'], createdAt: 1 }));
        await users.add(someUser({ roles: ['administrator'], createdAt: 2, disabledAt: 9 }));
        await users.add(someUser({ roles: ['administrator'], createdAt: 40 }));
        await users.add(second);
      });
      expect(await unit.run(() => users.findFirstActiveAdministrator())).toEqual(second);
    });

    it('changes the password of one person', async () => {
      const { users, unit } = subject;
      const [one, other] = [someUser(), someUser()];
      await unit.run(async () => {
        await users.add(one);
        await users.add(other);
        await users.setPasswordHash(one.id, 'new');
      });
      expect((await unit.run(() => users.findById(one.id)))?.passwordHash).toBe('new');
      expect(await unit.run(() => users.findById(other.id))).toEqual(other);
    });
  });
}
