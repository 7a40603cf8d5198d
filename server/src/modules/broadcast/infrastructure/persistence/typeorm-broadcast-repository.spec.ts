import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import {
  BROADCAST_ROWS,
  describeBroadcastRepository,
} from '../../testing/broadcast-repository.suite.js';

describeBroadcastRepository('SQLite', () => openSqlite(BROADCAST_ROWS));
