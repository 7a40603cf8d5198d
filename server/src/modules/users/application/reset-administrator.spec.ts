import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UuidIds } from '../../../platform/kernel/ids.js';
import { openPeopleRoom } from '../testing/people-room.js';
import type { PeopleRoom } from '../testing/people-room.js';
import { ResetAdministrator } from './reset-administrator.js';

describe('the way back in', () => {
  let room: PeopleRoom;
  let reset: ResetAdministrator;

  beforeEach(async () => {
    room = await openPeopleRoom();
    const { unit, users, passwords, audit, clock } = room;
    reset = new ResetAdministrator(unit, users, passwords, audit, clock, new UuidIds());
  });
  afterEach(() => room.close());

  it('is of the administrator who may log in and has been there longest', async () => {
    await room.has({ roles: ['administrator'], createdAt: 1, disabledAt: 2 });
    await room.has({ roles: ['administrator'], createdAt: 9 });
    const eldest = await room.has({ roles: ['administrator'], createdAt: 5 });
    await room.has({ roles: ['operator'], createdAt: 3 });
    const { userId, username, password } = await reset.run();
    expect([userId, username]).toEqual([eldest.id, eldest.username]);
    expect((await room.find(eldest.id))?.passwordHash).toBe(`today:${password}`);
    expect(await room.unit.run(() => room.users.count())).toBe(4);
  });

  it('is a new administrator where none is left, by a name that nobody has', async () => {
    for (const username of ['admin', 'admin2']) await room.has({ username, roles: ['viewer'] });
    const [one, other] = [await reset.run(), await reset.run()];
    expect(one.username).toBe('admin3');
    expect(await room.find(one.userId)).toMatchObject({
      roles: ['administrator'],
      devices: 'all',
      joinedAt: room.clock.now(),
    });
    // The second time there is one.
    expect([other.userId, other.password === one.password]).toEqual([one.userId, false]);
    expect(room.deeds.map(({ subjectId }) => subjectId)).toEqual([one.userId, one.userId]);
  });
});
