import {
  ATTACHMENT_ROWS,
  describeAttachmentRepository,
} from '../../src/modules/attachment/testing/attachment-repository.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('attachments', (serverUrl) => {
  describeAttachmentRepository('MariaDB', () => openMariaDb(ATTACHMENT_ROWS, serverUrl));
});
