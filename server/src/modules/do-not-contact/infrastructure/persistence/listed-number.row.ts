import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';
import type { ListingReason } from '../../domain/listed-number.js';

/**
 * A number that gets no more messages. The ledger reads `fingerprint` and `removed_at` in its claims: a
 * row counts while the latter is null.
 */
@Entity('do_not_contact')
@Index('uq_do_not_contact_fingerprint', ['fingerprint'], { unique: true })
export class ListedNumberRow {
  @PrimaryColumn(uuid)
  id!: string;

  /** HMAC-SHA-256 of the number in E.164, in hexadecimal. */
  @Column(varchar(64))
  fingerprint!: string;

  /** Empty once it was removed. */
  @Column(varchar(20))
  hint!: string;

  @Column(varchar(10))
  reason!: ListingReason;

  @Column(moment)
  at!: number;

  @Column({ name: 'added_by', ...optionalVarchar(100) })
  addedBy!: string | null;

  @Column({ name: 'device_id', ...uuid, nullable: true })
  deviceId!: string | null;

  /** As it was called then. */
  @Column({ name: 'device_name', ...optionalVarchar(60) })
  deviceName!: string | null;

  @Column({ name: 'message_id', ...optionalVarchar(64) })
  messageId!: string | null;

  @Column(optionalVarchar(200))
  note!: string | null;

  /** Kept, so that a wish of before, told once more, does not put the number back. */
  @Column({ name: 'removed_at', ...optionalMoment })
  removedAt!: number | null;
}
