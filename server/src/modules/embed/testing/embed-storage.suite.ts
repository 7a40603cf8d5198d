import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../platform/database/database.js';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EmbedHosts } from '../application/ports/embed-hosts.js';
import type { FrameSessions } from '../application/ports/frame-sessions.js';
import type { FramedPeople } from '../application/ports/framed-people.js';
import type { UsedTokens } from '../application/ports/used-tokens.js';
import type { EmbedHost } from '../domain/embed-host.js';
import type { EmbedKey } from '../domain/embed-key.js';
import type { FramedPerson } from '../domain/framed-person.js';
import { IDLE_LIMIT } from '../domain/frame-session.js';
import type { FrameSession } from '../domain/frame-session.js';

/** What the suite needs of a storage. */
export interface EmbedStorageSubject {
  readonly hosts: EmbedHosts;
  readonly frames: FrameSessions;
  readonly people: FramedPeople;
  readonly tokens: UsedTokens;
  readonly unit: UnitOfWork;
  /** Empties the tables: a schema for every test would take longer than the tests. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The tables of the embedding. */
const TABLES = ['hosts', 'keys', 'people', 'sessions', 'accesses', 'used_tokens'];

/** What `clear` of a subject does. */
export async function clearEmbedTables(database: Database): Promise<void> {
  await database.run(async () => {
    for (const table of TABLES) await database.affectedBy(`DELETE FROM embed_${table}`, []);
  });
}

/** When everything here was made, in milliseconds since the epoch. */
export const NOW = 1_763_000_000_000;
const hash = (letter: string) => letter.repeat(64);

/** A host with whatever is not asked for made up. */
export const host = (id: string, more: Partial<EmbedHost> = {}): EmbedHost => ({
  id,
  name: `Dasbor ${id}`,
  issuer: `${id}.example.org`,
  origins: [`https://${id}.example.org`],
  roles: ['operator', 'viewer'],
  deviceIds: null,
  isOpen: true,
  revokedBefore: null,
  createdAt: NOW,
  ...more,
});

const key = (kid: string, hostId: string): EmbedKey => ({
  ...{ kid, hostId, algorithm: 'HS256', material: 'sealed', createdAt: NOW },
  ...{ lastUsedAt: null, retiredAt: null },
});

/** A frame of Sari's in the host `prima`, likewise. */
export const frame = (id: string, more: Partial<FrameSession> = {}): FrameSession => ({
  id,
  personId: 'sari',
  hostId: 'prima',
  hostSession: 'session-1',
  roles: ['operator'],
  deviceIds: ['poli'],
  origin: 'https://prima.example.org',
  provedAt: null,
  createdAt: NOW,
  lastSeenAt: NOW,
  accessUntil: NOW + 300_000,
  expiresAt: NOW + 3_600_000,
  ...more,
});

/** Somebody whom that host sends, likewise. */
export const person = (id: string, more: Partial<FramedPerson> = {}): FramedPerson => ({
  ...{ id, issuer: 'prima.example.org', subject: 'u-1', name: 'Ibu Sari' },
  ...{ createdAt: NOW, lastSeenAt: NOW },
  ...more,
});

/** Every storage of the embedding must behave like this. */
export function describeEmbedStorage(name: string, open: () => Promise<EmbedStorageSubject>): void {
  let subject: EmbedStorageSubject;

  beforeAll(async () => {
    subject = await open();
  });
  afterEach(() => subject.clear());
  afterAll(() => subject.close());

  /** Everything in a unit of its own, as in the product. */
  const run = <T>(work: (subject: EmbedStorageSubject) => Promise<T>): Promise<T> =>
    subject.unit.run(() => work(subject));

  describe(`EmbedHosts on ${name}`, () => {
    it('gives hosts back as they were added, oldest first', async () => {
      const second = host('b', { createdAt: NOW + 1, deviceIds: ['poli'], isOpen: false });
      await run(({ hosts }) => hosts.add(second));
      await run(({ hosts }) => hosts.add(host('a', { revokedBefore: NOW })));
      expect(await run(({ hosts }) => hosts.list())).toEqual([
        host('a', { revokedBefore: NOW }),
        second,
      ]);
      expect(await run(({ hosts }) => hosts.find('c'))).toBeNull();
    });

    it('lets no two hosts have one issuer, neither by adding nor by changing', async () => {
      const { issuer } = host('a');
      expect(await run(({ hosts }) => hosts.add(host('a')))).toBe(true);
      expect(await run(({ hosts }) => hosts.add(host('b', { issuer })))).toBe(false);
      expect(await run(({ hosts }) => hosts.add(host('b')))).toBe(true);
      expect(await run(({ hosts }) => hosts.change(host('b', { issuer })))).toBe(false);
      expect(await run(({ hosts }) => hosts.change(host('b', { name: 'Baru' })))).toBe(true);
      expect(await run(({ hosts }) => hosts.find('b'))).toEqual(host('b', { name: 'Baru' }));
    });

    it('removes a host with its keys, and no other', async () => {
      await run(async ({ hosts }) => {
        await hosts.add(host('a'));
        await hosts.addKey(key('k1', 'a'));
        await hosts.addKey(key('k2', 'b'));
      });
      await run(({ hosts }) => hosts.remove('a'));
      await run(({ hosts }) => hosts.remove('a'));
      expect(await run(({ hosts }) => hosts.keys())).toEqual([key('k2', 'b')]);
      expect(await run(({ hosts }) => hosts.list())).toEqual([]);
    });

    it('retires a key once, of its own host alone, and writes down no use afterwards', async () => {
      await run(({ hosts }) => hosts.addKey(key('k1', 'a')));
      await run(({ hosts }) => hosts.touchKey('k1', NOW + 1));
      expect(await run(({ hosts }) => hosts.retireKey('b', 'k1', NOW + 2))).toBe(false);
      expect(await run(({ hosts }) => hosts.retireKey('a', 'k1', NOW + 2))).toBe(true);
      expect(await run(({ hosts }) => hosts.retireKey('a', 'k1', NOW + 3))).toBe(false);
      await run(({ hosts }) => hosts.touchKey('k1', NOW + 4));
      expect(await run(({ hosts }) => hosts.findKey('k1'))).toEqual({
        ...key('k1', 'a'),
        lastUsedAt: NOW + 1,
        retiredAt: NOW + 2,
      });
    });
  });

  describe(`FrameSessions on ${name}`, () => {
    const add = (some: FrameSession, entry: string) =>
      run(({ frames }) => frames.add(some, hash(entry), NOW + 60_000));

    it('lets one of many in by the code, and nobody when it is over or wrong', async () => {
      await add(frame('a'), 'e');
      await add(frame('b', { hostSession: null, deviceIds: null }), 'f');
      const enter = (entry: string, now = NOW) =>
        run(({ frames }) => frames.enter(hash(entry), now));
      const entered = await Promise.all(Array.from({ length: 10 }, () => enter('e')));
      expect(entered.filter((one) => one !== null)).toEqual([frame('a')]);
      expect(await enter('f', NOW + 60_000)).toBeNull();
      expect(await enter('g')).toBeNull();
    });

    it('finds a frame by a token of it, until that is over', async () => {
      await add(frame('a'), 'e');
      await run(({ frames }) => frames.addAccess('a', hash('t'), NOW + 5));
      const find = (token: string, now: number) =>
        run(({ frames }) => frames.findByAccess(hash(token), now));
      expect(await find('t', NOW + 4)).toEqual(frame('a'));
      expect(await find('t', NOW + 5)).toBeNull();
      expect(await find('u', NOW)).toBeNull();
    });

    it('is renewed as long as it is there', async () => {
      await add(frame('a'), 'e');
      const renewal = {
        roles: ['viewer' as const],
        deviceIds: null,
        accessUntil: NOW + 9,
        expiresAt: NOW + 8,
        provedAt: NOW - 5,
      };
      expect(await run(({ frames }) => frames.renew('a', renewal))).toBe(true);
      await run(({ frames }) => frames.touch('a', NOW + 7));
      expect(await run(({ frames }) => frames.find('a'))).toEqual(
        frame('a', { ...renewal, lastSeenAt: NOW + 7 }),
      );
      expect(await run(({ frames }) => frames.renew('b', renewal))).toBe(false);
    });

    it('removes one, or those of a host, a person, a session there, with their tokens', async () => {
      await add(frame('a'), 'e');
      await add(frame('b', { hostSession: 'session-2' }), 'f');
      await add(frame('c', { personId: 'budi' }), 'g');
      await add(frame('d', { hostId: 'other' }), 'h');
      await run(({ frames }) => frames.addAccess('b', hash('t'), NOW + 500));
      const removed = (which: { personId?: string; hostSession?: string }) =>
        run(({ frames }) => frames.removeAllOf({ hostId: 'prima', ...which }));
      expect(await removed({ personId: 'sari', hostSession: 'session-2' })).toEqual(['b']);
      expect(await run(({ frames }) => frames.findByAccess(hash('t'), NOW))).toBeNull();
      expect(await removed({ personId: 'sari' })).toEqual(['a']);
      expect(await removed({})).toEqual(['c']);
      expect(await run(({ frames }) => frames.remove('d'))).toBe(true);
      expect(await run(({ frames }) => frames.remove('d'))).toBe(false);
    });

    it('counts and keeps those that are not over', async () => {
      await add(frame('entered'), 'e');
      await run(({ frames }) => frames.enter(hash('e'), NOW));
      await add(frame('waiting'), 'f');
      await add(frame('idle', { lastSeenAt: NOW - IDLE_LIMIT }), 'g');
      await add(frame('unanswered', { accessUntil: NOW }), 'h');
      await add(frame('old', { expiresAt: NOW }), 'i');
      expect(await run(({ frames }) => frames.countByHost(NOW))).toEqual(new Map([['prima', 1]]));
      await run(({ frames }) => frames.removeOver(NOW));
      const left = await Promise.all(
        ['entered', 'waiting', 'idle', 'unanswered', 'old'].map((id) =>
          run(({ frames }) => frames.find(id)),
        ),
      );
      expect(left.map((found) => found?.id)).toEqual([
        'entered',
        'waiting',
        undefined,
        undefined,
        undefined,
      ]);
    });
  });

  describe(`FramedPeople on ${name}`, () => {
    it('knows a person by issuer and subject alone, and by the latest name', async () => {
      await run(({ people }) => people.welcome(person('a')));
      const again = person('b', { name: 'Sari, S.Kep', createdAt: NOW + 5, lastSeenAt: NOW + 5 });
      const known = { ...again, id: 'a', createdAt: NOW };
      expect(await run(({ people }) => people.welcome(again))).toEqual(known);
      expect(await run(({ people }) => people.find('a'))).toEqual(known);
      const elsewhere = person('c', { issuer: 'other.example.org' });
      expect(await run(({ people }) => people.welcome(elsewhere))).toEqual(elsewhere);
      expect(
        await run(({ people }) => people.findBySubject('prima.example.org', 'u-2')),
      ).toBeNull();
    });

    it('is one person who comes for the first time at ten doors at once', async () => {
      const arrive = (n: number) =>
        run(async ({ people }) => {
          // What was looked at before must not hide whom another door has let in.
          await people.find('nobody');
          return people.welcome(person(`p${String(n)}`));
        });
      const welcomed = await Promise.all(Array.from({ length: 10 }, (_, n) => arrive(n)));
      expect(new Set(welcomed.map(({ id }) => id)).size).toBe(1);
    });
  });

  describe(`UsedTokens on ${name}`, () => {
    it('lets one of many use a token up, and knows it until it is forgotten', async () => {
      const burn = (issuer: string, jti: string) =>
        run(({ tokens }) => tokens.burn(issuer, jti, NOW + 10));
      const burnt = await Promise.all(Array.from({ length: 20 }, () => burn('prima', 'j1')));
      expect(burnt.filter(Boolean)).toHaveLength(1);
      expect([await burn('other', 'j1'), await burn('prima', 'j2')]).toEqual([true, true]);
      await run(({ tokens }) => tokens.forget(NOW + 9));
      expect(await burn('prima', 'j1')).toBe(false);
      await run(({ tokens }) => tokens.forget(NOW + 10));
      expect(await burn('prima', 'j1')).toBe(true);
    });
  });
}
