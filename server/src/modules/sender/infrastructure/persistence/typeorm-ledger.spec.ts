import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeLedgerFences } from '../../testing/ledger-fences.suite.js';
import { describeLedger } from '../../testing/ledger.suite.js';
import { describeOptOutLedger } from '../../testing/opt-out-ledger.suite.js';
import { RunRow } from './run.row.js';

describeLedger('SQLite', () => openSqlite([RunRow]));
describeLedgerFences('SQLite', () => openSqlite([RunRow]));
describeOptOutLedger('SQLite', () => openSqlite([RunRow]));
