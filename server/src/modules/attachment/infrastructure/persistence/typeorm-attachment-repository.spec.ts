import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import {
  ATTACHMENT_ROWS,
  describeAttachmentRepository,
} from '../../testing/attachment-repository.suite.js';

describeAttachmentRepository('SQLite', () => openSqlite(ATTACHMENT_ROWS));
