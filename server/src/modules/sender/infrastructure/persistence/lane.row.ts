import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  moment,
  optionalMoment,
  optionalVarchar,
  uuid,
} from '../../../../platform/database/columns.js';

/** The one lane of a device: who drives it now, and when it may hand over next. */
@Entity('lanes')
export class LaneRow {
  @PrimaryColumn({ name: 'device_id', ...uuid })
  deviceId!: string;

  /** Grows with every taking of the lane. A claim of an older epoch is refused (fencing). */
  @Column({ type: 'integer' })
  epoch!: number;

  @Column(optionalVarchar(64))
  holder!: string | null;

  @Column({ name: 'expires_at', ...optionalMoment })
  expiresAt!: number | null;

  /** Earliest moment of the next hand-over: keeps the pace across a restart. */
  @Column({ name: 'next_handover_at', ...moment })
  nextHandoverAt!: number;
}
