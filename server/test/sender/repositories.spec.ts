import { RunRow } from '../../src/modules/sender/infrastructure/persistence/run.row.js';
import { describeLaneLeases } from '../../src/modules/sender/testing/lane-leases.suite.js';
import { describeLedger } from '../../src/modules/sender/testing/ledger.suite.js';
import { describeRunRepository } from '../../src/modules/sender/testing/run-repository.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('tables of the sender', (serverUrl) => {
  const open = () => openMariaDb([RunRow], serverUrl);
  describeRunRepository('MariaDB', open);
  describeLaneLeases('MariaDB', open);
  describeLedger('MariaDB', open);
});
