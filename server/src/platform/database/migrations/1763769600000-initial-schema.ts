import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import type { TableColumnOptions, TableIndexOptions } from 'typeorm';

const varchar = (name: string, length: number, isNullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const uuid = (name: string, isNullable = false) => varchar(name, 36, isNullable);
const text = (name: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'text',
  isNullable,
});
const moment = (name: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'bigint',
  isNullable,
});
const int = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const counter = (name: string): TableColumnOptions => ({ name, type: 'integer', default: 0 });
const key = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
const serial: TableColumnOptions = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
};
const index = (name: string, columnNames: string[]): TableIndexOptions => ({ name, columnNames });
const unique = (name: string, columnNames: string[]): TableIndexOptions => ({
  name,
  columnNames,
  isUnique: true,
});

const TABLES: readonly {
  name: string;
  columns: TableColumnOptions[];
  indices?: TableIndexOptions[];
}[] = [
  {
    name: 'users',
    columns: [
      key(uuid('id')),
      varchar('username', 32),
      varchar('display_name', 100),
      varchar('password_hash', 255),
      text('roles'),
      moment('created_at'),
      moment('disabled_at', true),
    ],
    indices: [unique('uq_users_username', ['username'])],
  },
  {
    name: 'sessions',
    columns: [
      key(varchar('token_hash', 64)),
      uuid('user_id'),
      moment('created_at'),
      moment('last_seen_at'),
      moment('expires_at'),
    ],
    indices: [index('ix_sessions_user', ['user_id'])],
  },
  {
    name: 'audit_entries',
    columns: [
      serial,
      moment('at'),
      varchar('actor_id', 36),
      varchar('actor', 100),
      varchar('action', 64),
      varchar('subject', 40),
      varchar('subject_id', 40),
      text('details'),
    ],
    indices: [index('ix_audit_entries_subject', ['subject', 'subject_id'])],
  },
  {
    name: 'devices',
    columns: [
      key(uuid('id')),
      varchar('name', 60),
      varchar('phone', 16),
      varchar('active_phone', 16, true),
      varchar('engine', 20),
      varchar('state', 24),
      varchar('reason', 64, true),
      moment('state_since'),
      moment('linked_at', true),
      moment('created_at'),
      varchar('created_by', 100),
      moment('removed_at', true),
    ],
    indices: [unique('uq_devices_active_phone', ['active_phone'])],
  },
  {
    name: 'recipient_imports',
    columns: [
      key(uuid('id')),
      varchar('source', 10),
      varchar('file_name', 255, true),
      varchar('stored_name', 64, true),
      varchar('state', 20),
      text('preview', true),
      text('column_choice', true),
      text('variable_names'),
      counter('row_count'),
      counter('accepted_count'),
      counter('rejected_count'),
      counter('duplicate_count'),
      counter('recipient_count'),
      text('failure', true),
      uuid('broadcast_id', true),
      moment('created_at'),
      uuid('created_by'),
      moment('discarded_at', true),
    ],
  },
  {
    name: 'recipients',
    columns: [
      serial,
      uuid('import_id'),
      int('row_no'),
      varchar('phone', 16),
      varchar('name', 200, true),
      text('variables'),
      { ...varchar('state', 10), default: "'pending'" },
      varchar('reason', 64, true),
      moment('state_at', true),
      varchar('message_id', 64, true),
      counter('attempts'),
      varchar('decision', 10, true),
      varchar('decided_by', 100, true),
      moment('decided_at', true),
    ],
    indices: [
      unique('uq_recipients_import_phone', ['import_id', 'phone']),
      index('ix_recipients_import', ['import_id', 'id']),
      index('ix_recipients_import_state', ['import_id', 'state', 'id']),
    ],
  },
  {
    name: 'recipient_import_issues',
    columns: [
      serial,
      uuid('import_id'),
      varchar('kind', 10),
      int('row_no'),
      varchar('value', 255),
      varchar('name', 200, true),
      varchar('reason', 40),
      text('params'),
    ],
    indices: [index('ix_recipient_import_issues_import', ['import_id', 'kind', 'id'])],
  },
  {
    name: 'broadcasts',
    columns: [
      key(uuid('id')),
      varchar('title', 120),
      text('text'),
      uuid('device_id'),
      uuid('recipient_import_id'),
      int('revision'),
      uuid('confirmed_by_id', true),
      varchar('confirmed_by', 100, true),
      moment('confirmed_at', true),
      varchar('confirmed_hash', 64, true),
      varchar('unconfirmed_by', 100, true),
      moment('unconfirmed_at', true),
      uuid('created_by_id'),
      varchar('created_by', 100),
      moment('created_at'),
      moment('updated_at'),
    ],
    indices: [
      index('ix_broadcasts_device', ['device_id']),
      unique('uq_broadcasts_recipient_import', ['recipient_import_id']),
    ],
  },
  {
    name: 'runs',
    columns: [
      key(uuid('broadcast_id')),
      uuid('import_id'),
      uuid('device_id'),
      varchar('state', 12),
      varchar('pause_reason', 64, true),
      text('text'),
      varchar('idempotency_key', 100),
      uuid('started_by_id'),
      varchar('started_by', 100),
      moment('started_at'),
      moment('finished_at', true),
      int('total'),
      counter('n_pending'),
      counter('n_sending'),
      counter('n_sent'),
      counter('n_delivered'),
      counter('n_read'),
      counter('n_failed'),
      counter('n_skipped'),
      counter('n_unknown'),
      counter('n_cancelled'),
    ],
    indices: [
      index('ix_runs_device', ['device_id', 'state', 'started_at']),
      unique('uq_runs_import', ['import_id']),
    ],
  },
  {
    name: 'lanes',
    columns: [
      key(uuid('device_id')),
      int('epoch'),
      varchar('holder', 64, true),
      moment('expires_at', true),
      moment('next_handover_at'),
    ],
  },
  {
    name: 'attempts',
    columns: [
      key(varchar('message_id', 64)),
      int('recipient_id'),
      uuid('broadcast_id'),
      int('number'),
      int('epoch'),
      moment('claimed_at'),
      varchar('outcome', 10, true),
      varchar('reason', 64, true),
      moment('recorded_at', true),
    ],
    indices: [unique('uq_attempts_number', ['broadcast_id', 'recipient_id', 'number'])],
  },
];

/** Every table of the first release, on any of the supported databases. */
export class InitialSchema1763769600000 implements MigrationInterface {
  readonly name = 'InitialSchema1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'better-sqlite3') {
      // Tables inherit this: keys compare byte by byte, and every character can be stored, whatever
      // the server's default is.
      const database = await runner.getCurrentDatabase();
      await runner.query(
        `ALTER DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
      );
    }
    for (const table of TABLES) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table.name);
  }
}
