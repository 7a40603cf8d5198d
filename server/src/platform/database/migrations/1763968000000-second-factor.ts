import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';

const TABLES = [
  new Table({
    name: 'second_factors',
    columns: [
      { name: 'user_id', type: 'varchar', length: '36', isPrimary: true },
      { name: 'sealed_secret', type: 'varchar', length: '255' },
      { name: 'last_step', type: 'bigint' },
      { name: 'since', type: 'bigint' },
    ],
  }),
  new Table({
    name: 'recovery_codes',
    columns: [
      { name: 'user_id', type: 'varchar', length: '36', isPrimary: true },
      { name: 'code_hash', type: 'varchar', length: '64', isPrimary: true },
    ],
  }),
  new Table({
    name: 'pending_logins',
    columns: [
      { name: 'token_hash', type: 'varchar', length: '64', isPrimary: true },
      { name: 'user_id', type: 'varchar', length: '36' },
      { name: 'expires_at', type: 'bigint' },
    ],
    indices: [{ name: 'ix_pending_logins_user', columnNames: ['user_id'] }],
  }),
];

/** Codes of an authenticator application besides the password, and logins that wait for one. */
export class SecondFactor1763968000000 implements MigrationInterface {
  readonly name = 'SecondFactor1763968000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
