import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RunView } from '#contracts/broadcast.contract.js';
import {
  counter,
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/**
 * The sending of one broadcast: everything that a claim must see in one place. The counters are
 * changed in the same unit of work as the recipient they count, so they always add up to `total`.
 */
@Entity('runs')
@Index('ix_runs_device', ['deviceId', 'state', 'startedAt'])
export class RunRow {
  @PrimaryColumn({ name: 'broadcast_id', ...uuid })
  broadcastId!: string;

  @Index('uq_runs_import', { unique: true })
  @Column({ name: 'import_id', ...uuid })
  importId!: string;

  @Column({ name: 'device_id', ...uuid })
  deviceId!: string;

  @Column(varchar(12))
  state!: RunView['state'];

  @Column({ name: 'pause_reason', ...optionalVarchar(64) })
  pauseReason!: string | null;

  /** The text as it was confirmed. */
  @Column('text')
  text!: string;

  @Column({ name: 'attachment_id', ...uuid, nullable: true })
  attachmentId!: string | null;

  /** Content of the file as it was confirmed. */
  @Column({ name: 'attachment_sha256', ...optionalVarchar(64) })
  attachmentSha256!: string | null;

  @Column({ name: 'idempotency_key', ...varchar(100) })
  idempotencyKey!: string;

  @Column({ name: 'started_by_id', ...uuid })
  startedById!: string;

  @Column({ name: 'started_by', ...varchar(100) })
  startedBy!: string;

  @Column({ name: 'started_at', ...moment })
  startedAt!: number;

  @Column({ name: 'finished_at', ...optionalMoment })
  finishedAt!: number | null;

  @Column({ type: 'integer' })
  total!: number;

  @Column({ name: 'n_pending', ...counter })
  pending!: number;

  @Column({ name: 'n_sending', ...counter })
  sending!: number;

  @Column({ name: 'n_sent', ...counter })
  sent!: number;

  @Column({ name: 'n_delivered', ...counter })
  delivered!: number;

  @Column({ name: 'n_read', ...counter })
  read!: number;

  @Column({ name: 'n_failed', ...counter })
  failed!: number;

  @Column({ name: 'n_skipped', ...counter })
  skipped!: number;

  @Column({ name: 'n_unknown', ...counter })
  unknown!: number;

  @Column({ name: 'n_cancelled', ...counter })
  cancelled!: number;
}
