import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import type { TableColumnOptions, TableOptions } from 'typeorm';

const text = (name: string, length: number, isNullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const uuid = (name: string) => text(name, 36);
const list = (name: string, isNullable = false) => ({ name, type: 'text', isNullable });
const moment = (name: string, isNullable = false) => ({ name, type: 'bigint', isNullable });
const key = (column: TableColumnOptions) => ({ ...column, isPrimary: true });

const TABLES: readonly TableOptions[] = [
  {
    name: 'embed_hosts',
    columns: [
      key(uuid('id')),
      text('name', 30),
      text('issuer', 200),
      list('origins'),
      list('roles'),
      list('device_ids', true),
      { name: 'is_open', type: 'integer', default: 0 },
      moment('revoked_before', true),
      moment('created_at'),
    ],
    indices: [{ name: 'uq_embed_hosts_issuer', columnNames: ['issuer'], isUnique: true }],
  },
  {
    name: 'embed_keys',
    columns: [
      key(text('kid', 64)),
      uuid('host_id'),
      text('algorithm', 8),
      text('material', 2000),
      moment('created_at'),
      moment('last_used_at', true),
      moment('retired_at', true),
    ],
    indices: [{ name: 'ix_embed_keys_host', columnNames: ['host_id'] }],
  },
  {
    name: 'embed_people',
    columns: [
      key(uuid('id')),
      text('issuer', 200),
      text('subject', 200),
      text('name', 100),
      moment('created_at'),
      moment('last_seen_at'),
    ],
    indices: [
      { name: 'uq_embed_people_subject', columnNames: ['issuer', 'subject'], isUnique: true },
    ],
  },
  {
    name: 'embed_sessions',
    columns: [
      key(uuid('id')),
      uuid('person_id'),
      uuid('host_id'),
      text('host_session', 200, true),
      list('roles'),
      list('device_ids', true),
      text('origin', 200),
      moment('created_at'),
      moment('last_seen_at'),
      moment('access_until'),
      moment('expires_at'),
      text('entry_hash', 64, true),
      moment('entry_until'),
    ],
    indices: [
      { name: 'ix_embed_sessions_host', columnNames: ['host_id'] },
      { name: 'uq_embed_sessions_entry', columnNames: ['entry_hash'], isUnique: true },
    ],
  },
  {
    name: 'embed_accesses',
    columns: [key(text('token_hash', 64)), uuid('session_id'), moment('until')],
    indices: [{ name: 'ix_embed_accesses_session', columnNames: ['session_id'] }],
  },
  {
    name: 'embed_used_tokens',
    columns: [key(text('fingerprint', 64)), moment('until')],
    indices: [{ name: 'ix_embed_used_tokens_until', columnNames: ['until'] }],
  },
];

/** Dashboards that show us in a frame: their keys, the people they send, and who is in. */
export class Embedding1763964300000 implements MigrationInterface {
  readonly name = 'Embedding1763964300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
