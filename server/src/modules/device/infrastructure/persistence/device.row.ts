import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EngineKind, SessionState } from '#contracts/device.contract.js';
import {
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

/** A WhatsApp number linked to the module. Removed ones stay for the history of their broadcasts. */
@Entity('devices')
export class DeviceRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(60))
  name!: string;

  @Column(varchar(16))
  phone!: string;

  /** The phone again while the device is not removed: makes it unique among those, on any database. */
  @Index('uq_devices_active_phone', { unique: true })
  @Column({ name: 'active_phone', ...optionalVarchar(16) })
  activePhone!: string | null;

  @Column(varchar(20))
  engine!: EngineKind;

  @Column(varchar(24))
  state!: SessionState;

  @Column(optionalVarchar(200))
  reason!: string | null;

  @Column({ name: 'state_since', ...moment })
  stateSince!: number;

  @Column({ name: 'linked_at', ...optionalMoment })
  linkedAt!: number | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'created_by', ...varchar(100) })
  createdBy!: string;

  @Column({ name: 'removed_at', ...optionalMoment })
  removedAt!: number | null;
}
