import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import {
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** One hand-over to WhatsApp: written before it happens, completed with what became of it. */
@Entity('attempts')
@Index('ix_attempts_broadcast', ['broadcastId', 'recipientId', 'number'])
@Index('ix_attempts_claimed', ['claimedAt'])
export class AttemptRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column({ name: 'recipient_id', type: 'integer' })
  recipientId!: number;

  @Column({ name: 'broadcast_id', ...uuid })
  broadcastId!: string;

  /** 1 for the first, one more for each Kirim ulang. */
  @Column({ type: 'integer' })
  number!: number;

  @Index('uq_attempts_message', { unique: true })
  @Column({ name: 'message_id', ...varchar(64) })
  messageId!: string;

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
