import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** Which worker holds the session of a device, and until when that counts (the database's time). */
@Entity('device_holds')
export class DeviceHoldRow {
  @PrimaryColumn({ name: 'device_id', ...uuid })
  deviceId!: string;

  @Index('ix_device_holds_worker')
  @Column(varchar(64))
  worker!: string;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;
}
