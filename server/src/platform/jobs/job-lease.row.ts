import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, uuid, varchar } from '../database/columns.js';

/** Which process does a job of which there must be one at a time, see `JobLeases`. */
@Entity('job_leases')
export class JobLeaseRow {
  @PrimaryColumn(varchar(32))
  name!: string;

  @Column(uuid)
  holder!: string;

  @Column({ name: 'expires_at', ...moment })
  expiresAt!: number;
}
