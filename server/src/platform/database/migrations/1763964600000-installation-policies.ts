import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

const TABLE = 'installation_policies';

/** What administrators switch on for everybody, in one row. */
export class InstallationPolicies1763964600000 implements MigrationInterface {
  readonly name = 'InstallationPolicies1763964600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: TABLE,
        columns: [
          { name: 'name', type: 'varchar', length: '16', isPrimary: true },
          { name: 'version', type: 'integer' },
          { name: 'policies', type: 'text' },
          { name: 'changed_at', type: 'bigint' },
          { name: 'changed_by', type: 'varchar', length: '100' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
