import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { json, optionalVarchar, uuid, varchar } from '../../../../platform/database/columns.js';

/** One row of an import that did not become a recipient. */
@Entity('recipient_import_issues')
@Index('ix_recipient_import_issues_import', ['importId', 'kind', 'id'])
export class ImportIssueRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'import_id', ...uuid })
  importId!: string;

  @Column(varchar(10))
  kind!: ImportIssue['kind'];

  @Column({ name: 'row_no', type: 'integer' })
  rowNumber!: number;

  @Column(varchar(255))
  value!: string;

  @Column(optionalVarchar(200))
  name!: string | null;

  @Column(varchar(40))
  reason!: string;

  @Column(json)
  params!: ImportIssue['params'];
}
