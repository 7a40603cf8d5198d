import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { UNUSED_LIFETIME } from '../domain/attachment.js';
import { AttachmentFiles } from './ports/attachment-files.js';
import { AttachmentRepository } from './ports/attachment-repository.js';

/** A file that is older than this is no upload that is still arriving, in milliseconds. */
const UPLOAD_LIFETIME = 60 * 60 * 1000;

/** Removes what second thoughts, Hapus Pesan and crashes leave behind. What is in use always stays. */
@Injectable()
export class TidyAttachments {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly attachments: AttachmentRepository,
    private readonly files: AttachmentFiles,
    private readonly clock: Clock,
  ) {}

  /** Removes attachments that no broadcast took within a day. */
  async removeUnused(): Promise<void> {
    const before = this.clock.now() - UNUSED_LIFETIME;
    for (const { id, sha256 } of await this.unit.run(() => this.attachments.unused(before))) {
      const removed = await this.unit.run(() => this.attachments.removeUnused(id));
      if (removed) await this.removeContent(sha256);
    }
  }

  /** Deletes a content that no attachment has any more. */
  async removeContent(sha256: string): Promise<void> {
    await this.files.inTurn(async () => {
      const needed = await this.unit.run(() => this.attachments.hasContent(sha256));
      if (!needed) await this.files.remove(sha256);
    });
  }

  /**
   * Deletes files that belong to nothing.
   *
   * @param age only those older than this, in milliseconds: a younger one may still be arriving
   */
  async removeStrays(age: number = UPLOAD_LIFETIME): Promise<void> {
    const before = this.clock.now() - age;
    await this.files.discardIncoming(before);
    for (const { sha256, at } of await this.files.list()) {
      if (at <= before) await this.removeContent(sha256);
    }
  }
}
