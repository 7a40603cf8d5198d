import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn, TableIndex } from 'typeorm';

/** Logins get a name of their own and say what they are used with. Those of before have neither and end. */
export class SessionList1763963000000 implements MigrationInterface {
  readonly name = 'SessionList1763963000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sessions');
    await runner.addColumns('sessions', [
      new TableColumn({ name: 'id', type: 'varchar', length: '36' }),
      new TableColumn({ name: 'browser', type: 'varchar', length: '20', isNullable: true }),
      new TableColumn({ name: 'system', type: 'varchar', length: '20', isNullable: true }),
    ]);
    await runner.createIndex(
      'sessions',
      new TableIndex({ name: 'uq_sessions_id', columnNames: ['id'], isUnique: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('sessions', 'uq_sessions_id');
    await runner.dropColumns('sessions', ['id', 'browser', 'system']);
  }
}
