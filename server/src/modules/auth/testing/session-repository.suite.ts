import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SessionRepository } from '../application/ports/session-repository.js';
import { startedSession } from '../domain/session.js';

/** What a suite needs of a storage. */
export interface SessionRepositorySubject {
  readonly sessions: SessionRepository;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

const NOW = 1_763_000_000_000;
const hash = (letter: string) => letter.repeat(64);

const someSession = (letter: string, userId: string, now: number) =>
  startedSession(
    { id: `id-${letter}`, tokenHash: hash(letter), userId, browser: 'Chrome', system: null },
    now,
  );

/** Every storage of logins must behave like this. */
export function describeSessionRepository(
  name: string,
  open: () => Promise<SessionRepositorySubject>,
): void {
  describe(`SessionRepository on ${name}`, () => {
    let subject: SessionRepositorySubject;

    const add = (letter: string, userId = 'sari', now = NOW) =>
      subject.unit.run(() => subject.sessions.add(someSession(letter, userId, now)));
    const find = (letter: string) => subject.unit.run(() => subject.sessions.find(hash(letter)));

    beforeEach(async () => {
      subject = await open();
    });

    afterEach(() => subject.close());

    it('writes down when its person showed who they are, for this login alone', async () => {
      await add('a');
      await add('b');
      await subject.unit.run(() => subject.sessions.prove(hash('a'), NOW + 9));
      expect([(await find('a'))?.provedAt, (await find('b'))?.provedAt]).toEqual([NOW + 9, NOW]);
    });

    it('gives a login back as it was added', async () => {
      await add('a');
      expect(await find('a')).toEqual(someSession('a', 'sari', NOW));
      expect(await find('b')).toBeNull();
    });

    it('touches one and leaves the others', async () => {
      await add('a');
      await add('b');
      await subject.unit.run(() => subject.sessions.touch(hash('a'), NOW + 5));
      expect((await find('a'))?.lastSeenAt).toBe(NOW + 5);
      expect((await find('b'))?.lastSeenAt).toBe(NOW);
    });

    it('removes one, and does not mind when it is gone', async () => {
      await add('a');
      await subject.unit.run(() => subject.sessions.remove(hash('a')));
      await subject.unit.run(() => subject.sessions.remove(hash('a')));
      expect(await find('a')).toBeNull();
    });

    it('removes all of a person and says which', async () => {
      await add('a');
      await add('b');
      await add('c', 'budi');
      const removed = await subject.unit.run(() => subject.sessions.removeAllOf('sari'));
      expect(removed.sort()).toEqual([hash('a'), hash('b')]);
      expect(await find('a')).toBeNull();
      expect(await find('c')).not.toBeNull();
    });

    it('spares one of them when it is told to', async () => {
      await add('a');
      await add('b');
      expect(await subject.unit.run(() => subject.sessions.removeAllOf('sari', hash('a')))).toEqual(
        [hash('b')],
      );
      expect(await find('a')).not.toBeNull();
    });

    it('lists those of a person that are not over, the one last used first', async () => {
      await add('a', 'sari', NOW - 50);
      await add('b');
      await add('c', 'budi');
      await add('d', 'sari', NOW - 100);
      const list = (now: number) =>
        subject.unit.run(() => subject.sessions.listOf('sari', NOW - 100, now));
      expect((await list(NOW)).map(({ id }) => id)).toEqual(['id-b', 'id-a']);
      expect(await list(someSession('b', '', NOW).expiresAt)).toEqual([]);
    });

    it('removes what is over, by either limit', async () => {
      await add('a', 'sari', NOW - 100);
      await add('b', 'sari', NOW);
      const { expiresAt } = someSession('a', '', NOW - 100);
      await subject.unit.run(() => subject.sessions.removeOver(0, expiresAt));
      expect([await find('a'), (await find('b'))?.tokenHash]).toEqual([null, hash('b')]);
      await subject.unit.run(() => subject.sessions.removeOver(NOW, NOW));
      expect(await find('b')).toBeNull();
    });
  });
}
