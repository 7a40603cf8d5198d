import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table, TableColumn, TableIndex } from 'typeorm';

const BOOK = 'audit_entries';
const ENDS = 'audit_ends';

const COLUMNS = [
  { name: 'seq', type: 'integer', isNullable: true },
  { name: 'mac', type: 'varchar', length: '64', isNullable: true },
];

const INDICES = [
  { name: 'uq_audit_entries_seq', columnNames: ['seq'], isUnique: true },
  { name: 'ix_audit_entries_actor', columnNames: ['actor_id'], isUnique: false },
  { name: 'ix_audit_entries_action', columnNames: ['action'], isUnique: false },
];

/** On SQLite a later change of the table's columns builds it anew: these have to be made again then. */
const GUARDS = ['UPDATE', 'DELETE'].map((deed) => ({
  name: `tr_audit_entries_no_${deed.toLowerCase()}`,
  deed,
}));

/**
 * What a server says that lets this user make no triggers: the right TRIGGER is missing, or it writes a
 * binary log without `log_bin_trust_function_creators`.
 */
const NOT_ALLOWED = new Set([
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
]);

/**
 * The audit is only ever added to, and its entries are chained by their MACs. No row is written here: a
 * restore and a transfer go into empty tables. The chain begins with the first entry.
 */
export class AuditChain1763965000000 implements MigrationInterface {
  readonly name = 'AuditChain1763965000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.addColumn(BOOK, new TableColumn(column));
    for (const index of INDICES) await runner.createIndex(BOOK, new TableIndex(index));
    await runner.createTable(
      new Table({
        name: ENDS,
        columns: [
          { name: 'name', type: 'varchar', length: '16', isPrimary: true },
          { name: 'seq', type: 'integer' },
          { name: 'mac', type: 'varchar', length: '64' },
          { name: 'origin_id', type: 'integer' },
          { name: 'origin_mac', type: 'varchar', length: '64' },
          { name: 'seal', type: 'varchar', length: '64' },
        ],
      }),
    );
    const isEmbedded = runner.dataSource.options.type === 'better-sqlite3';
    for (const { name, deed } of GUARDS) {
      const refusal = isEmbedded
        ? "BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to'); END"
        : "FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The audit is only ever added to'";
      try {
        await runner.query(`CREATE TRIGGER ${name} BEFORE ${deed} ON ${BOOK} ${refusal}`);
      } catch (error) {
        // They stop a slip of the hand; what proves the book is the chain. `npm run audit:verify` tells.
        if (!NOT_ALLOWED.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of GUARDS) await runner.query(`DROP TRIGGER IF EXISTS ${name}`);
    await runner.dropTable(ENDS);
    for (const { name } of INDICES) await runner.dropIndex(BOOK, name);
    for (const { name } of [...COLUMNS].reverse()) await runner.dropColumn(BOOK, name);
  }
}
