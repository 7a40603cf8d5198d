import { TypeOrmEmbedHosts } from '../../src/modules/embed/infrastructure/persistence/typeorm-embed-hosts.js';
import { TypeOrmFrameSessions } from '../../src/modules/embed/infrastructure/persistence/typeorm-frame-sessions.js';
import { TypeOrmFramedPeople } from '../../src/modules/embed/infrastructure/persistence/typeorm-framed-people.js';
import { TypeOrmUsedTokens } from '../../src/modules/embed/infrastructure/persistence/typeorm-used-tokens.js';
import {
  clearEmbedTables,
  describeEmbedStorage,
} from '../../src/modules/embed/testing/embed-storage.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { ALL_ROWS } from '../support/all-rows.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('hosts, frames and their people', (serverUrl) => {
  describeEmbedStorage('MariaDB', async () => {
    const { database, close } = await openMariaDb(ALL_ROWS, serverUrl);
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
});
