import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SafeModeReason } from '#contracts/safe-mode.contract.js';
import {
  counter,
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** A time in which nothing was sent until a person had looked: after a restore of the database. */
@Entity('safe_mode_alarms')
export class SafeModeAlarmRow {
  @PrimaryColumn(uuid)
  id!: string;

  /** `active` until it is released, then null: so that there is one at most. */
  @Index('uq_safe_mode_alarms_active', { unique: true })
  @Column({ name: 'active_key', ...optionalVarchar(8) })
  activeKey!: 'active' | null;

  @Column(varchar(20))
  reason!: SafeModeReason;

  @Column({ name: 'raised_at', ...moment })
  raisedAt!: number;

  @Column({ name: 'backup_at', ...optionalMoment })
  backupAt!: number | null;

  /** 1 when everybody who waits in a started broadcast is to be doubted. */
  @Column({ name: 'doubts_all', ...counter })
  doubtsAll!: number;

  @Column({ name: 'settled_at', ...optionalMoment })
  settledAt!: number | null;

  @Column(counter)
  broadcasts!: number;

  @Column(counter)
  recipients!: number;

  @Column({ name: 'released_at', ...optionalMoment })
  releasedAt!: number | null;

  @Column({ name: 'released_by_id', ...uuid, nullable: true })
  releasedById!: string | null;

  @Column({ name: 'released_by', ...optionalVarchar(100) })
  releasedBy!: string | null;
}
