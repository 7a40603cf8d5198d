import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPeopleRoom } from '../testing/people-room.js';
import type { PeopleRoom } from '../testing/people-room.js';
import { CheckCredentials } from './check-credentials.js';

describe('username and password', () => {
  let room: PeopleRoom;
  let credentials: CheckCredentials;

  beforeEach(async () => {
    room = await openPeopleRoom();
    credentials = new CheckCredentials(room.unit, room.users, room.passwords);
  });
  afterEach(() => room.close());

  it('belong together, whatever the case of the name; never of the password', async () => {
    const sari = await room.has({ username: 'sari', passwordHash: 'today:Rahasia' });
    expect(await credentials.run('SARI', 'Rahasia')).toEqual({ matches: true, user: sari });
    expect(await credentials.run('sari', 'rahasia')).toEqual({ matches: false, user: sari });
  });

  it.each([
    ['who was shut out', { disabledAt: 1 }],
    ['who was invited and has not come', { joinedAt: null }],
  ])('of somebody %s do not match, and the hash stays', async (_, state) => {
    const given = { username: 'sari', passwordHash: 'weak:rahasia', ...state };
    const { id } = await room.has(given);
    expect((await credentials.run('sari', 'rahasia')).matches).toBe(false);
    expect((await room.find(id))?.passwordHash).toBe('weak:rahasia');
  });

  it('of nobody are compared as well: it takes as long', async () => {
    expect(await credentials.run('siapa', 'rahasia')).toEqual({ matches: false, user: null });
    expect(room.passwords.compared).toEqual([null]);
  });

  it('that match by a weaker hash get one of today; a wrong password changes nothing', async () => {
    const { id } = await room.has({ username: 'sari', passwordHash: 'weak:rahasia' });
    await credentials.run('sari', 'salah');
    expect((await room.find(id))?.passwordHash).toBe('weak:rahasia');
    await credentials.run('sari', 'rahasia');
    expect((await room.find(id))?.passwordHash).toBe('today:rahasia');
  });
});
