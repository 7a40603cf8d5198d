import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeSessionRepository } from '../../testing/session-repository.suite.js';
import { SessionRow } from './session.row.js';
import { TypeOrmSessionRepository } from './typeorm-session-repository.js';

describeSessionRepository('SQLite', async () => {
  const { database, close } = await openSqlite([SessionRow]);
  return { sessions: new TypeOrmSessionRepository(database), unit: database, close };
});
