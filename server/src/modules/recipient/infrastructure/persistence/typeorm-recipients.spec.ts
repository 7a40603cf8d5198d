import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeImportIssues } from '../../testing/import-issues.suite.js';
import { describeRecipientImports } from '../../testing/recipient-imports.suite.js';
import { RECIPIENT_ROWS, storageOn } from '../../testing/recipient-storage.js';
import { describeRecipients } from '../../testing/recipients.suite.js';

const open = async () => storageOn(await openSqlite(RECIPIENT_ROWS));

describeRecipientImports('SQLite', open);
describeRecipients('SQLite', open);
describeImportIssues('SQLite', open);
