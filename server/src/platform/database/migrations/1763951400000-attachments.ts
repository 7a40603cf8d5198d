import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn } from 'typeorm';
import type { TableColumnOptions } from 'typeorm';

const varchar = (name: string, length: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
});
const optional = (name: string, length: number): TableColumn =>
  new TableColumn({ ...varchar(name, length), isNullable: true });
const key = (name: string, length: number): TableColumnOptions => ({
  ...varchar(name, length),
  isPrimary: true,
});

/** Files that go with messages: who uploaded what, who needs it, and what a run was told to send. */
export class Attachments1763951400000 implements MigrationInterface {
  readonly name = 'Attachments1763951400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'attachments',
        columns: [
          key('id', 36),
          varchar('kind', 12),
          varchar('file_name', 200),
          varchar('mime_type', 64),
          { name: 'size', type: 'integer' },
          varchar('sha256', 64),
          { name: 'created_at', type: 'bigint' },
          varchar('created_by_id', 36),
          varchar('created_by', 100),
        ],
        indices: [{ name: 'ix_attachments_sha256', columnNames: ['sha256'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'attachment_uses',
        columns: [key('attachment_id', 36), key('used_by', 12), key('user_id', 36)],
      }),
    );
    await runner.addColumn('broadcasts', optional('attachment_id', 36));
    await runner.addColumns('runs', [
      optional('attachment_id', 36),
      optional('attachment_sha256', 64),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('runs', 'attachment_sha256');
    await runner.dropColumn('runs', 'attachment_id');
    await runner.dropColumn('broadcasts', 'attachment_id');
    await runner.dropTable('attachment_uses');
    await runner.dropTable('attachments');
  }
}
