import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { DO_NOT_CONTACT_ROWS } from '../../testing/do-not-contact-parts.js';
import { describeListedNumbers } from '../../testing/listed-numbers.suite.js';

describeListedNumbers('SQLite', () => openSqlite(DO_NOT_CONTACT_ROWS));
