import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describePendingLogins } from '../../testing/pending-logins.suite.js';
import { PendingLoginRow } from './pending-login.row.js';
import { TypeOrmPendingLogins } from './typeorm-pending-logins.js';

describePendingLogins('SQLite', async () => {
  const { database, close } = await openSqlite([PendingLoginRow]);
  return { pending: new TypeOrmPendingLogins(database), unit: database, close };
});
