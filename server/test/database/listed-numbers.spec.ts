import { DO_NOT_CONTACT_ROWS } from '../../src/modules/do-not-contact/testing/do-not-contact-parts.js';
import { describeListedNumbers } from '../../src/modules/do-not-contact/testing/listed-numbers.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('the do-not-contact list', (serverUrl) => {
  describeListedNumbers('MariaDB', () => openMariaDb(DO_NOT_CONTACT_ROWS, serverUrl));
});
