import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeNumberTallies } from '../../testing/number-tallies.suite.js';
import { NumberTallyRow } from './number-tally.row.js';

describeNumberTallies('SQLite', () => openSqlite([NumberTallyRow]));
