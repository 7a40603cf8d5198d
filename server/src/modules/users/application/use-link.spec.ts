import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserLinkKind } from '#contracts/user.contract.js';
import { LINK_LIFETIMES } from '../domain/user-link.js';
import type { User } from '../domain/user.js';
import { openPeopleRoom } from '../testing/people-room.js';
import type { PeopleRoom } from '../testing/people-room.js';
import { newLink } from './link-token.js';
import { UseLink } from './use-link.js';

const CHOSEN = { displayName: 'Bu Sari', password: 'gajah ungu makan pepaya' };

describe('a one-time link', () => {
  let room: PeopleRoom;
  let links: UseLink;

  beforeEach(async () => {
    room = await openPeopleRoom();
    links = new UseLink(room.unit, room.users, room.people, room.passwords, room.clock);
  });
  afterEach(() => room.close());

  const give = async (kind: UserLinkKind, given: Partial<User>) => {
    const user = await room.has({ username: 'sari', displayName: 'sari', ...given });
    const { link, token } = newLink(user.id, kind, room.clock.now());
    await room.unit.run(() => room.users.putLink(link));
    return { user, token };
  };
  const accept = (token: string, alongside = (user: User) => Promise.resolve(user)) =>
    links.accept({ token, ...CHOSEN }, alongside);
  const invalid = { code: 'AUTH.LINK_INVALID' };

  it('of an invitation lets its person join, with a name of their own', async () => {
    const { user, token } = await give('invitation', { joinedAt: null });
    expect(await links.read(token)).toMatchObject({ kind: 'invitation', displayName: '' });
    const after = {
      ...user,
      displayName: CHOSEN.displayName,
      passwordHash: `today:${CHOSEN.password}`,
      joinedAt: room.clock.now(),
    };
    expect(await accept(token)).toEqual(after);
    expect(await room.find(user.id)).toEqual(after);
    expect(room.deeds.map(({ action }) => action)).toEqual(['user.link-used']);
  });

  it('of a reset leaves when its person joined, and knows their name', async () => {
    const { user, token } = await give('password-reset', { joinedAt: 7 });
    expect(await links.read(token)).toMatchObject({ displayName: user.displayName });
    expect((await accept(token)).joinedAt).toBe(7);
  });

  it('works once, also of two at the same moment', async () => {
    const { token } = await give('invitation', { joinedAt: null });
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(accept(token)).rejects.toMatchObject(invalid);
    expect(room.deeds).toHaveLength(1);
  });

  it('is used up only if all goes well', async () => {
    const { user, token } = await give('invitation', { joinedAt: null });
    const failure = new Error('no session');
    await expect(accept(token, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await room.find(user.id)).toEqual(user);
    expect((await accept(token)).id).toBe(user.id);
  });

  it('refuses a password with the name in it, and can be used again', async () => {
    const { token } = await give('invitation', { joinedAt: null });
    const guessable = { token, displayName: 'Sari', password: 'sarisarisari' };
    await expect(links.accept(guessable, () => Promise.resolve())).rejects.toMatchObject({
      code: 'USER.PASSWORD_TOO_COMMON',
    });
    await accept(token);
  });

  it.each(['invitation', 'password-reset'] as const)('of %s ends with its time', async (kind) => {
    const { token } = await give(kind, {});
    await room.clock.advance(LINK_LIFETIMES[kind] - 1);
    expect((await links.read(token)).kind).toBe(kind);
    await room.clock.advance(1);
    await expect(links.read(token)).rejects.toMatchObject(invalid);
    await expect(accept(token)).rejects.toMatchObject(invalid);
  });

  it('is worth nothing to who was shut out, and a made-up one to nobody', async () => {
    const { token } = await give('password-reset', { disabledAt: 1 });
    await expect(accept(token)).rejects.toMatchObject(invalid);
    await expect(links.read('karangan')).rejects.toMatchObject(invalid);
  });
});
