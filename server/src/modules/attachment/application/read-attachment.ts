import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Attachments } from './attachments.js';
import type { AttachmentContent } from './attachments.js';

/** The content of an attachment, to be looked at. */
@Injectable()
export class ReadAttachment {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly attachments: Attachments,
  ) {}

  /** Refuses ATTACHMENT.NOT_FOUND; ATTACHMENT.GONE when the file is not what was uploaded. */
  async run(id: string, onlooker: Onlooker): Promise<AttachmentContent> {
    const attachment = await this.unit.run(() => this.attachments.getFor(id, onlooker));
    const content = await this.attachments.contentOf(attachment);
    if (!content) throw new DomainError('ATTACHMENT.GONE');
    return content;
  }
}
