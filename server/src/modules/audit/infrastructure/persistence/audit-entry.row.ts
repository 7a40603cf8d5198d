import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment, varchar } from '../../../../platform/database/columns.js';

/** Who did what, when. Rows are only ever added. */
@Entity('audit_entries')
@Index('ix_audit_entries_subject', ['subject', 'subjectId'])
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
}
