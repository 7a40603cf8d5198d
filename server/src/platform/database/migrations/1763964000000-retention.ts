import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';

const PURGED_AT = { name: 'purged_at', type: 'bigint', isNullable: true };

/** When the people of a broadcast were deleted, and who of several processes does such work. */
export class Retention1763964000000 implements MigrationInterface {
  readonly name = 'Retention1763964000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('broadcasts', new TableColumn(PURGED_AT));
    await runner.createTable(
      new Table({
        name: 'job_leases',
        columns: [
          { name: 'name', type: 'varchar', length: '32', isPrimary: true },
          { name: 'holder', type: 'varchar', length: '36' },
          { name: 'expires_at', type: 'bigint' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job_leases');
    await runner.dropColumn('broadcasts', PURGED_AT.name);
  }
}
