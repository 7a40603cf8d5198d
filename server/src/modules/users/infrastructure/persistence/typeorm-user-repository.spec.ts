import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeUserRepository } from '../../testing/user-repository.suite.js';
import { TypeOrmUserRepository } from './typeorm-user-repository.js';
import { UserRow } from './user.row.js';

describeUserRepository('SQLite', async () => {
  const { database, close } = await openSqlite([UserRow]);
  return { users: new TypeOrmUserRepository(database), unit: database, close };
});
