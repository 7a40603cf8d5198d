import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';

/** Which devices people may use, and since when they are here. */
export class People1763961000000 implements MigrationInterface {
  readonly name = 'People1763961000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('users', [
      new TableColumn({ name: 'devices', type: 'text', isNullable: true }),
      new TableColumn({ name: 'joined_at', type: 'bigint', isNullable: true }),
    ]);
    // Whoever is there has logged in with a password of their own.
    await runner.query('UPDATE users SET joined_at = created_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('users', ['devices', 'joined_at']);
  }
}
