import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeDeviceRepository } from '../../testing/device-repository.suite.js';
import { DeviceRow } from './device.row.js';
import { TypeOrmDeviceRepository } from './typeorm-device-repository.js';

describeDeviceRepository('SQLite', async () => {
  const { database, close } = await openSqlite([DeviceRow]);
  return { devices: new TypeOrmDeviceRepository(database), unit: database, close };
});
