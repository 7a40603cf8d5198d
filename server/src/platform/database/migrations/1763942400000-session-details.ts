import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';

const reason = (length: number): TableColumn =>
  new TableColumn({ name: 'reason', type: 'varchar', length: String(length), isNullable: true });

/** The reason of a session may name what it is about: what is missing in WhatsApp Web, for example. */
export class SessionDetails1763942400000 implements MigrationInterface {
  readonly name = 'SessionDetails1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.changeColumn('devices', 'reason', reason(200));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.changeColumn('devices', 'reason', reason(64));
  }
}
