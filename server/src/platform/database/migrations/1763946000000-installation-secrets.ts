import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

/** A secret that all processes of the installation share, see `InstallationSecrets`. */
export class InstallationSecrets1763946000000 implements MigrationInterface {
  readonly name = 'InstallationSecrets1763946000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'installation_secrets',
        columns: [
          { name: 'name', type: 'varchar', length: '32', isPrimary: true },
          { name: 'value', type: 'varchar', length: '64' },
          { name: 'fingerprint', type: 'varchar', length: '64' },
          { name: 'created_at', type: 'bigint' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('installation_secrets');
  }
}
