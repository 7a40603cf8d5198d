import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

/** One-time links for invitations and forgotten passwords. */
export class UserLinks1763962000000 implements MigrationInterface {
  readonly name = 'UserLinks1763962000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'user_links',
        columns: [
          { name: 'user_id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'kind', type: 'varchar', length: '16' },
          { name: 'token_hash', type: 'varchar', length: '64' },
          { name: 'expires_at', type: 'bigint' },
        ],
        indices: [{ name: 'uq_user_links_token', columnNames: ['token_hash'], isUnique: true }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('user_links');
  }
}
