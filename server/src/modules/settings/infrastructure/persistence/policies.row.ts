import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment, varchar } from '../../../../platform/database/columns.js';

/** The policies of the installation: one row, absent until they are changed for the first time. */
@Entity('installation_policies')
export class PoliciesRow {
  /** Always `POLICIES`. */
  @PrimaryColumn(varchar(16))
  name!: string;

  /** Counts up with every change. */
  @Column({ type: 'integer' })
  version!: number;

  /** Policies by their key. Keys that are missing are as on a fresh installation. */
  @Column(json)
  policies!: object;

  @Column({ name: 'changed_at', ...moment })
  changedAt!: number;

  @Column({ name: 'changed_by', ...varchar(100) })
  changedBy!: string;
}
