import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ColumnChoice,
  ImportSource,
  ImportState,
  RecipientImportView,
  SheetPreview,
} from '#contracts/recipient-import.contract.js';
import {
  counter,
  json,
  moment,
  optionalJson,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/**
 * One list of recipients and the report of how it was read. A broadcast refers to exactly one; a
 * list that no broadcast took within a day is discarded.
 */
@Entity('recipient_imports')
export class RecipientImportRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(10))
  source!: ImportSource;

  /** Name as the user's computer had it: shown, never used as a path. */
  @Column({ name: 'file_name', ...optionalVarchar(255) })
  fileName!: string | null;

  /** Random name of the uploaded file; null once it was read and deleted. */
  @Column({ name: 'stored_name', ...optionalVarchar(64) })
  storedName!: string | null;

  @Column(varchar(20))
  state!: ImportState;

  @Column(optionalJson)
  preview!: SheetPreview | null;

  @Column({ name: 'column_choice', ...optionalJson })
  columnChoice!: ColumnChoice | null;

  @Column({ name: 'variable_names', ...json })
  variableNames!: string[];

  @Column({ name: 'row_count', ...counter })
  rowCount!: number;

  @Column({ name: 'accepted_count', ...counter })
  acceptedCount!: number;

  @Column({ name: 'rejected_count', ...counter })
  rejectedCount!: number;

  @Column({ name: 'duplicate_count', ...counter })
  duplicateCount!: number;

  /** Recipients now who are skipped since they are on the do-not-contact list; as it was before sending. */
  @Column({ name: 'opted_out_count', ...counter })
  optedOutCount!: number;

  /** Recipients now: the accepted ones less those that a person removed. */
  @Column({ name: 'recipient_count', ...counter })
  recipientCount!: number;

  @Column(optionalJson)
  failure!: RecipientImportView['failure'];

  /** Id of the broadcast that took the list; null while it is only being prepared. */
  @Column({ name: 'broadcast_id', ...uuid, nullable: true })
  broadcastId!: string | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'created_by', ...uuid })
  createdBy!: string;

  /** When it was given up; its rows are then deleted in small units. */
  @Column({ name: 'discarded_at', ...optionalMoment })
  discardedAt!: number | null;
}
