import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeLaneLeases } from '../../testing/lane-leases.suite.js';
import { RunRow } from './run.row.js';

describeLaneLeases('SQLite', () => openSqlite([RunRow]));
