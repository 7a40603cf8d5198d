import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  moment,
  optionalJson,
  optionalMoment,
  optionalVarchar,
  uuid,
  varchar,
} from '../../../../platform/database/columns.js';

import type { Editors } from '../../domain/editors.js';

/**
 * One text to many recipients, up to its confirmation. What sending does with it is the run of the
 * sender module: a broadcast that has one is no draft any more.
 */
@Entity('broadcasts')
export class BroadcastRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(120))
  title!: string;

  @Column('text')
  text!: string;

  @Column({ name: 'attachment_id', ...uuid, nullable: true })
  attachmentId!: string | null;

  @Index('ix_broadcasts_device')
  @Column({ name: 'device_id', ...uuid })
  deviceId!: string;

  @Index('uq_broadcasts_recipient_import', { unique: true })
  @Column({ name: 'recipient_import_id', ...uuid })
  recipientImportId!: string;

  /** Grows with every change of the content, recipients included. */
  @Column({ type: 'integer' })
  revision!: number;

  @Column({ name: 'confirmed_by_id', ...uuid, nullable: true })
  confirmedById!: string | null;

  @Column({ name: 'confirmed_by', ...optionalVarchar(100) })
  confirmedBy!: string | null;

  @Column({ name: 'confirmed_at', ...optionalMoment })
  confirmedAt!: number | null;

  /** SHA-256 of what was confirmed: text, attachment, device, recipients with their values. */
  @Column({ name: 'confirmed_hash', ...optionalVarchar(64) })
  confirmedHash!: string | null;

  @Column({ name: 'unconfirmed_by', ...optionalVarchar(100) })
  unconfirmedBy!: string | null;

  @Column({ name: 'unconfirmed_at', ...optionalMoment })
  unconfirmedAt!: number | null;

  @Column({ name: 'created_by_id', ...uuid })
  createdById!: string;

  @Column({ name: 'created_by', ...varchar(100) })
  createdBy!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'updated_at', ...moment })
  updatedAt!: number;

  /** Who changed which part last, apart from the author; null when nobody knows. */
  @Column(optionalJson)
  editors!: Editors;

  /** When its people were deleted at the end of their retention. */
  @Column({ name: 'purged_at', ...optionalMoment })
  purgedAt!: number | null;
}
