import { DeviceRow } from '../../src/modules/device/infrastructure/persistence/device.row.js';
import { TypeOrmDeviceRepository } from '../../src/modules/device/infrastructure/persistence/typeorm-device-repository.js';
import { describeDeviceRepository } from '../../src/modules/device/testing/device-repository.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('devices', (serverUrl) => {
  describeDeviceRepository('MariaDB', async () => {
    const { database, close } = await openMariaDb([DeviceRow], serverUrl);
    return { devices: new TypeOrmDeviceRepository(database), unit: database, close };
  });
});
