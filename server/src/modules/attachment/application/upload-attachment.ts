import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '#contracts/attachment.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { AuditLog } from '../../audit/index.js';
import { attachmentView } from '../domain/attachment.js';
import type { Attachment } from '../domain/attachment.js';
import { cleanFileName } from '../domain/file-name.js';
import type { FileType } from '../domain/file-type.js';
import { AttachmentFiles } from './ports/attachment-files.js';
import { AttachmentRepository } from './ports/attachment-repository.js';

/** A file that has arrived whole and was judged by its content. */
export interface ArrivedFile {
  readonly storedName: string;
  /** As the person's computer called it. */
  readonly fileName: string;
  readonly type: FileType;
  readonly size: number;
  readonly sha256: string;
}

/** Takes an uploaded file in. */
@Injectable()
export class UploadAttachment {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly attachments: AttachmentRepository,
    private readonly files: AttachmentFiles,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Keeps the content, and writes down that it is there. The arrived file is gone afterwards. */
  async run(arrived: ArrivedFile, actor: Actor): Promise<AttachmentView> {
    const { storedName, fileName, type, size, sha256 } = arrived;
    const attachment: Attachment = {
      id: this.ids.next(),
      kind: type.kind,
      fileName: cleanFileName(fileName, type),
      mimeType: type.mimeType,
      size,
      sha256,
      createdAt: this.clock.now(),
      createdById: actor.id,
      createdBy: actor.name,
    };
    try {
      await this.files.inTurn(async () => {
        await this.files.keep(storedName, sha256, size);
        await this.unit.run(() => this.write(attachment, actor));
      });
    } finally {
      await this.files.discard(storedName);
    }
    return attachmentView(attachment);
  }

  private async write(attachment: Attachment, actor: Actor): Promise<void> {
    const { id, kind, size, sha256 } = attachment;
    await this.attachments.add(attachment);
    await this.audit.record(actor, {
      action: 'attachment.upload',
      subject: 'attachment',
      subjectId: id,
      // Not its name: people call files after patients.
      details: { kind, size, sha256 },
    });
  }
}
