import { describeImportIssues } from '../../src/modules/recipient/testing/import-issues.suite.js';
import { describeRecipientImports } from '../../src/modules/recipient/testing/recipient-imports.suite.js';
import {
  RECIPIENT_ROWS,
  storageOn,
} from '../../src/modules/recipient/testing/recipient-storage.js';
import { describeRecipients } from '../../src/modules/recipient/testing/recipients.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('lists of recipients', (serverUrl) => {
  const open = async () => storageOn(await openMariaDb(RECIPIENT_ROWS, serverUrl));

  describeRecipientImports('MariaDB', open);
  describeRecipients('MariaDB', open);
  describeImportIssues('MariaDB', open);
});
