import { openSqlite } from '../../../../platform/database/testing/test-database.js';
import { describeDeviceHolds } from '../../testing/device-holds.suite.js';
import { DeviceHoldRow } from './device-hold.row.js';
import { DeviceRow } from './device.row.js';
import { WorkerRow } from './worker.row.js';

describeDeviceHolds('SQLite', () => openSqlite([DeviceHoldRow, DeviceRow, WorkerRow]));
