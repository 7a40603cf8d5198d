import { openSqlite } from '../../../platform/database/testing/test-database.js';
import { SessionEnded } from '../../../platform/events/session-ended.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import type { AuditDeed } from '../../audit/index.js';
import { EmbedHostRow, EmbedKeyRow } from '../infrastructure/persistence/embed-host.row.js';
import { FramedPersonRow, UsedTokenRow } from '../infrastructure/persistence/framed-person.row.js';
import {
  FrameAccessRow,
  FrameSessionRow,
} from '../infrastructure/persistence/frame-session.row.js';
import { TypeOrmEmbedHosts } from '../infrastructure/persistence/typeorm-embed-hosts.js';
import { TypeOrmFramedPeople } from '../infrastructure/persistence/typeorm-framed-people.js';
import { TypeOrmFrameSessions } from '../infrastructure/persistence/typeorm-frame-sessions.js';
import { NOW } from './embed-storage.suite.js';

/** What a test of frames works with: their storage in a database of its own. */
export type EmbedRoom = Awaited<ReturnType<typeof openEmbedRoom>>;

/** Opens it. Close it when done. */
export async function openEmbedRoom() {
  const {
    database: unit,
    events,
    close,
  } = await openSqlite([
    ...[EmbedHostRow, EmbedKeyRow, FrameAccessRow, FrameSessionRow],
    ...[FramedPersonRow, UsedTokenRow],
  ]);
  const ended: string[] = [];
  events.subscribe(SessionEnded, ({ sessionId }) => {
    ended.push(sessionId);
  });
  const deeds: AuditDeed[] = [];
  const audit = {
    record: (_: unknown, deed: AuditDeed) => {
      deeds.push(deed);
      return Promise.resolve();
    },
  };
  return {
    ...{ unit, events, ended, audit, deeds, close },
    clock: new FakeClock(NOW),
    hosts: new TypeOrmEmbedHosts(unit),
    frames: new TypeOrmFrameSessions(unit),
    people: new TypeOrmFramedPeople(unit),
  };
}
