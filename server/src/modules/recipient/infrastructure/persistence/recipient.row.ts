import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { RecipientState, RecipientView, Variables } from '#contracts/recipient.contract.js';
import {
  counter,
  json,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** One number of one list: who, with which values, and what became of it. */
@Entity('recipients')
@Index('uq_recipients_import_phone', ['importId', 'phone'], { unique: true })
@Index('ix_recipients_import', ['importId', 'id'])
@Index('ix_recipients_import_state', ['importId', 'state', 'id'])
export class RecipientRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'import_id', ...uuid })
  importId!: string;

  @Column({ name: 'row_no', type: 'integer' })
  rowNumber!: number;

  @Column(varchar(16))
  phone!: string;

  @Column(optionalVarchar(200))
  name!: string | null;

  @Column(json)
  variables!: Variables;

  @Column({ ...varchar(10), default: 'pending' })
  state!: RecipientState;

  @Column(optionalVarchar(64))
  reason!: string | null;

  @Column({ name: 'state_at', ...optionalMoment })
  stateAt!: number | null;

  /** Id under which WhatsApp knows the latest attempt; set before it is handed over. */
  @Column({ name: 'message_id', ...optionalVarchar(64) })
  messageId!: string | null;

  @Column(counter)
  attempts!: number;

  @Column(optionalVarchar(10))
  decision!: NonNullable<RecipientView['decision']>['kind'] | null;

  @Column({ name: 'decided_by', ...optionalVarchar(100) })
  decidedBy!: string | null;

  @Column({ name: 'decided_at', ...optionalMoment })
  decidedAt!: number | null;
}
