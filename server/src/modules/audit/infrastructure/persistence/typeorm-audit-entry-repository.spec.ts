import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeAuditEntryRepository } from '../../testing/audit-entry-repository.suite.js';
import { AuditEntryRow } from './audit-entry.row.js';
import { TypeOrmAuditEntryRepository } from './typeorm-audit-entry-repository.js';

describeAuditEntryRepository('SQLite', async () => {
  const { database, close } = await openSqlite([AuditEntryRow]);
  return { entries: new TypeOrmAuditEntryRepository(database), unit: database, close };
});
