import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';

const text = (name: string, length: number, isNullable = false) => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const OPTED_OUT = { name: 'opted_out_count', type: 'integer', default: 0 };
const ADDRESS = text('address', 64, true);

/**
 * Numbers that get no more messages; how many of a list are among them; and where a message went, so
 * that an answer can be told whose it is when WhatsApp hides the number.
 */
export class DoNotContact1763949600000 implements MigrationInterface {
  readonly name = 'DoNotContact1763949600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'do_not_contact',
        columns: [
          { ...text('id', 36), isPrimary: true },
          text('fingerprint', 64),
          text('hint', 20),
          text('reason', 10),
          { name: 'at', type: 'bigint' },
          text('added_by', 100, true),
          text('device_id', 36, true),
          text('device_name', 60, true),
          text('message_id', 64, true),
          text('note', 200, true),
          { name: 'removed_at', type: 'bigint', isNullable: true },
        ],
        indices: [
          { name: 'uq_do_not_contact_fingerprint', columnNames: ['fingerprint'], isUnique: true },
        ],
      }),
    );
    await runner.addColumn('recipient_imports', new TableColumn(OPTED_OUT));
    await runner.addColumn('attempts', new TableColumn(ADDRESS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('attempts', ADDRESS.name);
    await runner.dropColumn('recipient_imports', OPTED_OUT.name);
    await runner.dropTable('do_not_contact');
  }
}
