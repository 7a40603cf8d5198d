import { Entity, PrimaryColumn } from 'typeorm';
import { uuid, varchar } from '../../../../platform/database/columns.js';

/** Who needs an attachment: as long as there is such a row, it stays. */
@Entity('attachment_uses')
export class AttachmentUseRow {
  @PrimaryColumn({ name: 'attachment_id', ...uuid })
  attachmentId!: string;

  @PrimaryColumn({ name: 'used_by', ...varchar(12) })
  usedBy!: 'broadcast' | 'run';

  /** Id of the broadcast; a run has the id of its broadcast. */
  @PrimaryColumn({ name: 'user_id', ...uuid })
  userId!: string;
}
