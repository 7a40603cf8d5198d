import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { clearEmbedTables, describeEmbedStorage } from '../../testing/embed-storage.suite.js';
import { EmbedHostRow, EmbedKeyRow } from './embed-host.row.js';
import { FrameAccessRow, FrameSessionRow } from './frame-session.row.js';
import { FramedPersonRow, UsedTokenRow } from './framed-person.row.js';
import { TypeOrmEmbedHosts } from './typeorm-embed-hosts.js';
import { TypeOrmFrameSessions } from './typeorm-frame-sessions.js';
import { TypeOrmFramedPeople } from './typeorm-framed-people.js';
import { TypeOrmUsedTokens } from './typeorm-used-tokens.js';

describeEmbedStorage('SQLite', async () => {
  const { database, close } = await openSqlite([
    ...[EmbedHostRow, EmbedKeyRow, FrameAccessRow, FrameSessionRow],
    ...[FramedPersonRow, UsedTokenRow],
  ]);
  return {
    hosts: new TypeOrmEmbedHosts(database),
    frames: new TypeOrmFrameSessions(database),
    people: new TypeOrmFramedPeople(database),
    tokens: new TypeOrmUsedTokens(database),
    unit: database,
    clear: () => clearEmbedTables(database),
    close,
  };
});
