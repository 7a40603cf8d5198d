import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { Attachment } from '../domain/attachment.js';
import { AttachmentRemoved } from './attachment-events.js';
import { Attachments } from './attachments.js';
import type { AttachmentContent } from './attachments.js';
import { AttachmentFiles } from './ports/attachment-files.js';
import { AttachmentRepository } from './ports/attachment-repository.js';
import type { AttachmentUse } from './ports/attachment-repository.js';

/** The door of this module, on its table and its folder. */
@Injectable()
export class StoredAttachments extends Attachments {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly files: AttachmentFiles,
    private readonly events: EventBus,
  ) {
    super();
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
    const found = await this.attachments.find(ids);
    return new Map(found.map((attachment) => [attachment.id, attachment]));
  }

  async get(id: string): Promise<Attachment> {
    const [found] = await this.attachments.find([id]);
    if (!found) throw new DomainError('ATTACHMENT.NOT_FOUND');
    return found;
  }

  async getFor(id: string, onlooker: Onlooker): Promise<Attachment> {
    const found = await this.attachments.findFor(id, onlooker);
    if (!found) throw new DomainError('ATTACHMENT.NOT_FOUND');
    return found;
  }

  async take(id: string, use: AttachmentUse): Promise<Attachment> {
    const held = await this.attachments.hold(id);
    if (!held) throw new DomainError('ATTACHMENT.NOT_FOUND');
    await this.attachments.addUse(id, use);
    return held;
  }

  async release(id: string, use: AttachmentUse): Promise<void> {
    const held = await this.attachments.hold(id);
    if (!held) return;
    await this.attachments.removeUse(id, use);
    if (!(await this.attachments.removeUnused(id))) return;
    this.events.publish(new AttachmentRemoved(held.sha256));
  }

  async contentOf(attachment: Attachment): Promise<AttachmentContent | null> {
    const { kind, fileName, mimeType, size, sha256 } = attachment;
    if (!(await this.files.isIntact(sha256, size))) return null;
    return { kind, path: this.files.path(sha256), fileName, mimeType, size };
  }
}
