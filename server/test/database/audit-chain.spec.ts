import { DataSource } from 'typeorm';
import { describeAuditChain } from '../../src/modules/audit/testing/audit-chain.suite.js';
import { Database } from '../../src/platform/database/database.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { EventBus } from '../../src/platform/events/event-bus.js';
import { ALL_ROWS } from '../support/all-rows.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('the audit', (serverUrl) => {
  describeAuditChain('MariaDB', async () => {
    const { database, close } = await openMariaDb(ALL_ROWS, serverUrl);
    const others: DataSource[] = [];
    return {
      database,
      another: async () => {
        const other = await new DataSource(database.dataSource.options).initialize();
        others.push(other);
        return new Database(other, new EventBus(() => undefined));
      },
      close: async () => {
        for (const other of others) await other.destroy();
        await close();
      },
    };
  });
});
