import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, varchar } from '../../../../platform/database/columns.js';

/** A process that holds devices, or would if there were any (the database's time). */
@Entity('workers')
export class WorkerRow {
  @PrimaryColumn(varchar(64))
  name!: string;

  /** Until when it counts as living without being heard of. */
  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;
}
