import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeRunRepository } from '../../testing/run-repository.suite.js';
import { RunRow } from './run.row.js';

describeRunRepository('SQLite', () => openSqlite([RunRow]));
