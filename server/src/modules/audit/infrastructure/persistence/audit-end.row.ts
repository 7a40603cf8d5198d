import { Column, Entity, PrimaryColumn } from 'typeorm';
import { varchar } from '../../../../platform/database/columns.js';

/** Where the chain of the audit ends: one row, from the first entry on. */
@Entity('audit_ends')
export class AuditEndRow {
  @PrimaryColumn(varchar(16))
  name!: string;

  /** Of the last entry. */
  @Column('integer')
  seq!: number;

  /** Of the last entry; with none, that of the origin. */
  @Column(varchar(64))
  mac!: string;

  /** Highest id of the entries that are older than the chain; 0: none. */
  @Column({ name: 'origin_id', type: 'integer' })
  originId!: number;

  /** Over all entries that are older than the chain. */
  @Column({ name: 'origin_mac', ...varchar(64) })
  originMac!: string;

  /** Over this row. */
  @Column(varchar(64))
  seal!: string;
}
