import { expect, it } from '@jest/globals';
import { describeLaneLeases } from '../../src/modules/sender/testing/lane-leases.suite.js';
import { describeLedgerFences } from '../../src/modules/sender/testing/ledger-fences.suite.js';
import { describeLedger } from '../../src/modules/sender/testing/ledger.suite.js';
import { describeOptOutLedger } from '../../src/modules/sender/testing/opt-out-ledger.suite.js';
import { describeRunRepository } from '../../src/modules/sender/testing/run-repository.suite.js';
import { SENDER_ROWS } from '../../src/modules/sender/testing/sender-house.js';
import {
  SenderTables,
  someClaim,
  someRun,
} from '../../src/modules/sender/testing/sender-tables.js';
import { describeNumberTallies } from '../../src/modules/sender/testing/number-tallies.suite.js';
import { describeSendingRules } from '../../src/modules/sender/testing/sending-rules.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('tables of the sender', (serverUrl) => {
  const open = () => openMariaDb(SENDER_ROWS, serverUrl);
  describeRunRepository('MariaDB', open);
  describeLaneLeases('MariaDB', open);
  describeLedger('MariaDB', open);
  describeLedgerFences('MariaDB', open);
  describeOptOutLedger('MariaDB', open);

  it('a claim sees whoever opted out after its unit began', async () => {
    const opened = await open();
    const tables = new SenderTables(opened.database);
    const [first = 0] = await tables.addRun();
    const lease = await tables.takeLane();
    let began = (): void => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    let goOn = (): void => undefined;
    const listed = new Promise<void>((resolve) => (goOn = resolve));
    const claiming = opened.database.run(async () => {
      // Fixes what plain reads of this unit may see.
      await tables.runs.find([someRun().broadcastId], 'all');
      began();
      await listed;
      await tables.ledger.claim(someClaim(lease, first, { fingerprint: 'sidik' }));
    });
    await begun;
    await opened.database.run(() => tables.listNumber('sidik'));
    goOn();
    await expect(claiming).rejects.toMatchObject({ why: 'opted-out' });
    await opened.close();
  });
  describeNumberTallies('MariaDB', open);
  describeSendingRules('MariaDB', open);
});
