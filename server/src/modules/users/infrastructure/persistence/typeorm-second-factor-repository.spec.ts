import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeSecondFactorRepository } from '../../testing/second-factor-repository.suite.js';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.row.js';
import { TypeOrmSecondFactorRepository } from './typeorm-second-factor-repository.js';

describeSecondFactorRepository('SQLite', async () => {
  const { database, close } = await openSqlite([RecoveryCodeRow, SecondFactorRow]);
  return { factors: new TypeOrmSecondFactorRepository(database), unit: database, close };
});
