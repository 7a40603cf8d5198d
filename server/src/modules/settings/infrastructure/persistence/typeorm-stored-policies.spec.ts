import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { SETTINGS_ROWS } from '../../testing/settings-parts.js';
import { describeStoredPolicies } from '../../testing/stored-policies.suite.js';

describeStoredPolicies('SQLite', () => openSqlite(SETTINGS_ROWS));
