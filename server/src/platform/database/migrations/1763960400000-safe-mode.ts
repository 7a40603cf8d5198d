import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import type { TableColumnOptions } from 'typeorm';

const text = (name: string, length: number, isNullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const moment = (name: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'bigint',
  isNullable,
});
const count = (name: string): TableColumnOptions => ({ name, type: 'integer', default: 0 });

/** What happens when the database turns out to be older than the files beside the sessions. */
export class SafeMode1763960400000 implements MigrationInterface {
  readonly name = 'SafeMode1763960400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'safe_mode_alarms',
        columns: [
          { ...text('id', 36), isPrimary: true },
          text('active_key', 8, true),
          text('reason', 20),
          moment('raised_at'),
          moment('backup_at', true),
          { ...count('doubts_all'), default: 0 },
          moment('settled_at', true),
          count('broadcasts'),
          count('recipients'),
          moment('released_at', true),
          text('released_by_id', 36, true),
          text('released_by', 100, true),
        ],
        indices: [
          { name: 'uq_safe_mode_alarms_active', columnNames: ['active_key'], isUnique: true },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'settled_marks',
        columns: [{ ...text('mark', 64), isPrimary: true }, moment('at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('settled_marks');
    await runner.dropTable('safe_mode_alarms');
  }
}
