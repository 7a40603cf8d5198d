import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, optionalVarchar, varchar } from '../../../../platform/database/columns.js';

/** Who did what, when. Rows are only ever added. */
@Entity('audit_entries')
@Index('ix_audit_entries_subject', ['subject', 'subjectId'])
@Index('uq_audit_entries_seq', ['seq'], { unique: true })
@Index('ix_audit_entries_actor', ['actorId'])
@Index('ix_audit_entries_action', ['action'])
export class AuditEntryRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Column(moment)
  at!: number;

  /** Id of the person, or `system`. */
  @Column({ name: 'actor_id', ...varchar(36) })
  actorId!: string;

  @Column(varchar(100))
  actor!: string;

  @Column(varchar(64))
  action!: string;

  @Column(varchar(40))
  subject!: string;

  @Column({ name: 'subject_id', ...varchar(40) })
  subjectId!: string;

  @Column(json)
  details!: Record<string, string | number | null>;

  /** Place in the chain, from 1 without a gap; null: older than the chain. */
  @Column({ type: 'integer', nullable: true })
  seq!: number | null;

  /** Over this entry and the MAC before it: `AuditSeal`. */
  @Column(optionalVarchar(64))
  mac!: string | null;
}
