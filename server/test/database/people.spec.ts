import { TypeOrmAuditEntryRepository } from '../../src/modules/audit/infrastructure/persistence/typeorm-audit-entry-repository.js';
import { describeAuditEntryRepository } from '../../src/modules/audit/testing/audit-entry-repository.suite.js';
import { TypeOrmPendingLogins } from '../../src/modules/auth/infrastructure/persistence/typeorm-pending-logins.js';
import { TypeOrmSessionRepository } from '../../src/modules/auth/infrastructure/persistence/typeorm-session-repository.js';
import { describePendingLogins } from '../../src/modules/auth/testing/pending-logins.suite.js';
import { describeSessionRepository } from '../../src/modules/auth/testing/session-repository.suite.js';
import { TypeOrmSecondFactorRepository } from '../../src/modules/users/infrastructure/persistence/typeorm-second-factor-repository.js';
import { TypeOrmUserRepository } from '../../src/modules/users/infrastructure/persistence/typeorm-user-repository.js';
import { describeSecondFactorRepository } from '../../src/modules/users/testing/second-factor-repository.suite.js';
import { describeUserRepository } from '../../src/modules/users/testing/user-repository.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { ALL_ROWS } from '../support/all-rows.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('people, logins and the audit book', (serverUrl) => {
  const open = async () => {
    const { database, close } = await openMariaDb(ALL_ROWS, serverUrl);
    return { database, unit: database, close };
  };

  describeUserRepository('MariaDB', async () => {
    const opened = await open();
    return { ...opened, users: new TypeOrmUserRepository(opened.database) };
  });

  describeSessionRepository('MariaDB', async () => {
    const opened = await open();
    return { ...opened, sessions: new TypeOrmSessionRepository(opened.database) };
  });

  describeSecondFactorRepository('MariaDB', async () => {
    const opened = await open();
    return { ...opened, factors: new TypeOrmSecondFactorRepository(opened.database) };
  });

  describePendingLogins('MariaDB', async () => {
    const opened = await open();
    return { ...opened, pending: new TypeOrmPendingLogins(opened.database) };
  });

  describeAuditEntryRepository('MariaDB', async () => {
    const opened = await open();
    return { ...opened, entries: new TypeOrmAuditEntryRepository(opened.database) };
  });
});
