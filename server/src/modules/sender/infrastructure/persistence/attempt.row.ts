import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/**
 * One hand-over to WhatsApp: written before it happens, completed with what became of it. As few indexes
 * as there can be, since every claim waits until all of them are on the disk.
 */
@Entity('attempts')
@Index('uq_attempts_number', ['broadcastId', 'recipientId', 'number'], { unique: true })
export class AttemptRow {
  /** Id under which WhatsApp knows it. */
  @PrimaryColumn({ name: 'message_id', ...varchar(64) })
  messageId!: string;

  @Column({ name: 'recipient_id', type: 'integer' })
  recipientId!: number;

  @Column({ name: 'broadcast_id', ...uuid })
  broadcastId!: string;

  /** Where it went, as the engine had resolved the number; null for what was sent before this was kept. */
  @Column(optionalVarchar(64))
  address!: string | null;

  /** 1 for the first, one more for each Kirim ulang. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ name: 'claimed_at', ...moment })
  claimedAt!: number;

  /** Latest known state of this attempt; null while it is in flight. */
  @Column(optionalVarchar(10))
  outcome!: string | null;

  @Column(optionalVarchar(64))
  reason!: string | null;

  @Column({ name: 'recorded_at', ...optionalMoment })
  recordedAt!: number | null;
}
