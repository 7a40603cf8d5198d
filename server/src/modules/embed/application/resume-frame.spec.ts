import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../platform/config/config.js';
import type { EmbedHost } from '../domain/embed-host.js';
import type { FrameSession } from '../domain/frame-session.js';
import { openEmbedRoom } from '../testing/embed-room.js';
import type { EmbedRoom } from '../testing/embed-room.js';
import { frame, host, person } from '../testing/embed-storage.suite.js';
import { hashOfFrameToken } from './frame-token.js';
import { ResumeFrame } from './resume-frame.js';

const TOKEN = 'rahasia';
const MINUTE = 60_000;
const ALLOWED = { isAllowed: true, mayGrantAdministrator: false, firstHost: null };

describe('a frame at a request', () => {
  let room: EmbedRoom;

  beforeEach(async () => {
    room = await openEmbedRoom();
  });
  afterEach(() => room.close());

  /** Opens the frame, then lets the host be so. */
  const opened = async (of: Partial<FrameSession> = {}, now: Partial<EmbedHost> = {}) => {
    const { unit, hosts, frames, people } = room;
    const session = frame('bingkai', of);
    await unit.run(async () => {
      await hosts.add(host('prima', now));
      await people.welcome(person('sari'));
      await frames.add(session, 'kode', session.accessUntil);
      await frames.addAccess(session.id, hashOfFrameToken(TOKEN), session.accessUntil);
    });
    return session;
  };
  const frames = (embed = ALLOWED) => {
    const { unit, frames: sessions, hosts, people, clock } = room;
    return new ResumeFrame({ ...readConfig({}), embed }, unit, sessions, hosts, people, clock);
  };
  const holds = async (embed = ALLOWED) => (await frames(embed).byId('bingkai')) !== null;

  it('is known by its id and its token, and by nothing else', async () => {
    const session = await opened();
    const found = { session, person: person('sari'), host: host('prima') };
    expect(await frames().byId('bingkai')).toEqual(found);
    expect(await frames().byToken(TOKEN)).toEqual(found);
    expect([await frames().byId(TOKEN), await frames().byToken('bingkai')]).toEqual([null, null]);
  });

  it('counts as in use, written down at most once a minute, and is over with what its host said', async () => {
    const { lastSeenAt, accessUntil } = await opened();
    const stored = async () => (await room.unit.run(() => room.frames.find('bingkai')))?.lastSeenAt;
    await room.clock.advance(MINUTE - 1);
    expect([await holds(), await stored()]).toEqual([true, lastSeenAt]);
    await room.clock.advance(1);
    expect([await holds(), await stored()]).toEqual([true, lastSeenAt + MINUTE]);
    await room.clock.advance(accessUntil - room.clock.now());
    expect([await holds(), await frames().byToken(TOKEN)]).toEqual([false, null]);
  });

  it.each<[string, Partial<EmbedHost>, Partial<FrameSession>]>([
    ['is shut', { isOpen: false }, {}],
    ['is elsewhere', { origins: ['https://lain.example.org'] }, {}],
    ['may not give the role any more', { roles: ['viewer'] }, {}],
    ['may not give the device any more', { deviceIds: ['gigi'] }, {}],
    ['may not give every device any more', { deviceIds: ['poli'] }, { deviceIds: null }],
    ['is to give what only we may', { roles: ['administrator'] }, { roles: ['administrator'] }],
  ])('is over when its host %s', async (_, now, of) => {
    await opened(of, now);
    expect(await holds()).toBe(false);
  });

  it.each<[string, Partial<EmbedHost>, Partial<FrameSession>]>([
    ['its device among others', { deviceIds: ['gigi', 'poli'] }, {}],
    ['every device', {}, { deviceIds: null }],
  ])('goes on when its host may give %s', async (_, now, of) => {
    await opened(of, now);
    expect(await holds()).toBe(true);
  });

  it('is over when frames are switched off, or may make no administrators any more', async () => {
    await opened({ roles: ['administrator'] }, { roles: ['administrator'] });
    const generous = { ...ALLOWED, mayGrantAdministrator: true };
    expect([await holds(generous), await holds()]).toEqual([true, false]);
    expect(await holds({ ...generous, isAllowed: false })).toBe(false);
  });
});
