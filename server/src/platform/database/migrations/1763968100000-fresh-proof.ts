import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';

/** When the person of a login, or of a frame at its dashboard, last showed who they are. Logins of before end. */
export class FreshProof1763968100000 implements MigrationInterface {
  readonly name = 'FreshProof1763968100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM sessions');
    await runner.addColumn('sessions', new TableColumn({ name: 'proved_at', type: 'bigint' }));
    await runner.addColumn(
      'embed_sessions',
      new TableColumn({ name: 'proved_at', type: 'bigint', isNullable: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('embed_sessions', 'proved_at');
    await runner.dropColumn('sessions', 'proved_at');
  }
}
