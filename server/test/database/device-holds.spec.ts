import { DeviceHoldRow } from '../../src/modules/device/infrastructure/persistence/device-hold.row.js';
import { DeviceRow } from '../../src/modules/device/infrastructure/persistence/device.row.js';
import { WorkerRow } from '../../src/modules/device/infrastructure/persistence/worker.row.js';
import { describeDeviceHolds } from '../../src/modules/device/testing/device-holds.suite.js';
import { openMariaDb } from '../../src/platform/database/testing/test-database.js';
import { describeWithMariaDb } from '../support/services.js';

describeWithMariaDb('holds of devices', (serverUrl) => {
  describeDeviceHolds('MariaDB', () =>
    openMariaDb([DeviceHoldRow, DeviceRow, WorkerRow], serverUrl),
  );
});
