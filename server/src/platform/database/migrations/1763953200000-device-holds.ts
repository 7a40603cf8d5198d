import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

/** Which worker holds which device, where several share one database. */
export class DeviceHolds1763953200000 implements MigrationInterface {
  readonly name = 'DeviceHolds1763953200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'workers',
        columns: [
          { name: 'name', type: 'varchar', length: '64', isPrimary: true },
          { name: 'expires_at', type: 'bigint' },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'device_holds',
        columns: [
          { name: 'device_id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'worker', type: 'varchar', length: '64' },
          { name: 'expires_at', type: 'bigint' },
        ],
        indices: [{ name: 'ix_device_holds_worker', columnNames: ['worker'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('device_holds');
    await runner.dropTable('workers');
  }
}
