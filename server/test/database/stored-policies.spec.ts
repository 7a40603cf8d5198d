import { SETTINGS_ROWS } from '../../src/modules/settings/testing/settings-parts.js';
import { describeStoredPolicies } from '../../src/modules/settings/testing/stored-policies.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('the policies', (serverUrl) => {
  describeStoredPolicies('MariaDB', () => openMariaDb(SETTINGS_ROWS, serverUrl));
});
