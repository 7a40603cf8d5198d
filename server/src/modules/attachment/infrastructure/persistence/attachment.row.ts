import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AttachmentKind } from '#contracts/attachment.contract.js';
import { moment, uuid, varchar } from '../../../../platform/database/columns.js';

/** A file that was uploaded to go with messages. Rows never change. */
@Entity('attachments')
export class AttachmentRow {
  @PrimaryColumn(uuid)
  id!: string;

  @Column(varchar(12))
  kind!: AttachmentKind;

  @Column({ name: 'file_name', ...varchar(200) })
  fileName!: string;

  @Column({ name: 'mime_type', ...varchar(64) })
  mimeType!: string;

  /** In bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** Content in hexadecimal; several uploads of the same file share it. */
  @Index('ix_attachments_sha256')
  @Column(varchar(64))
  sha256!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: number;

  @Column({ name: 'created_by_id', ...uuid })
  createdById!: string;

  @Column({ name: 'created_by', ...varchar(100) })
  createdBy!: string;
}
