import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeAuditChain } from '../../testing/audit-chain.suite.js';
import { AuditEndRow } from './audit-end.row.js';
import { AuditEntryRow } from './audit-entry.row.js';

describeAuditChain('SQLite', async () => {
  const { database, close } = await openSqlite([AuditEndRow, AuditEntryRow]);
  return { database, another: null, close };
});
