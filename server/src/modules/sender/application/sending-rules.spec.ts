import { openSqlite } from '../../../platform/database/testing/test-database.js';
import { SENDER_ROWS } from '../testing/sender-house.js';
import { describeSendingRules } from '../testing/sending-rules.suite.js';

describeSendingRules('SQLite', () => openSqlite(SENDER_ROWS));
