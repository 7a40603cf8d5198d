import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqlite } from '../../../platform/database/testing/test-database.js';
import type { TestDatabase } from '../../../platform/database/testing/test-database.js';
import { SessionEnded } from '../../../platform/events/session-ended.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import type { User, UserDirectory } from '../../users/index.js';
import { ABSOLUTE_LIMIT, IDLE_LIMIT, startedSession } from '../domain/session.js';
import { SessionRow } from '../infrastructure/persistence/session.row.js';
import { TypeOrmSessionRepository } from '../infrastructure/persistence/typeorm-session-repository.js';
import { ResumeSession } from './resume-session.js';

const MINUTE = 60_000;
const TOKEN = 'a'.repeat(64);
const SARI = { id: '00000000-0000-7000-8000-000000000001' } as User;

describe('a login at a request', () => {
  let storage: TestDatabase;
  let sessions: TypeOrmSessionRepository;
  let clock: FakeClock;
  let mayAct: boolean;
  let ended: string[];

  beforeEach(async () => {
    storage = await openSqlite([SessionRow]);
    sessions = new TypeOrmSessionRepository(storage.database);
    clock = new FakeClock();
    [mayAct, ended] = [true, []];
    storage.events.subscribe(SessionEnded, ({ sessionId }) => {
      ended.push(sessionId);
    });
    const begun = { id: SARI.id, tokenHash: TOKEN, userId: SARI.id, browser: null, system: null };
    await storage.database.run(() => sessions.add(startedSession(begun, clock.now())));
  });
  afterEach(() => storage.close());

  const resume = () => {
    const { database, events } = storage;
    const findActive = (id: string) => Promise.resolve(mayAct && id === SARI.id ? SARI : null);
    const users = { findActive } as unknown as UserDirectory;
    return new ResumeSession(database, sessions, users, events, clock).run(TOKEN);
  };
  const stored = () => storage.database.run(() => sessions.find(TOKEN));

  it('holds, and is written down as in use at most once a minute', async () => {
    const begun = clock.now();
    await clock.advance(MINUTE - 1);
    expect((await resume())?.user).toBe(SARI);
    expect((await stored())?.lastSeenAt).toBe(begun);
    await clock.advance(1);
    expect((await resume())?.session.lastSeenAt).toBe(clock.now());
    expect((await stored())?.lastSeenAt).toBe(clock.now());
  });

  it('is over when it was left alone too long, which its streams are told', async () => {
    await clock.advance(IDLE_LIMIT);
    expect([await resume(), await stored(), ended]).toEqual([null, null, [TOKEN]]);
  });

  it('is over after a working day, however busy it was', async () => {
    const end = clock.now() + ABSOLUTE_LIMIT;
    while (clock.now() < end) {
      expect(await resume()).not.toBeNull();
      await clock.advance(IDLE_LIMIT / 2);
    }
    expect([await resume(), await stored(), ended]).toEqual([null, null, [TOKEN]]);
  });

  it('is over at once when its person may not act any more', async () => {
    mayAct = false;
    expect([await resume(), await stored(), ended]).toEqual([null, null, [TOKEN]]);
    // Nothing is told twice of one that is gone.
    expect([await resume(), ended]).toEqual([null, [TOKEN]]);
  });
});
