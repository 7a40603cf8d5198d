import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Attachments } from '../../attachment/index.js';
import type { Attachment, AttachmentContent } from '../../attachment/index.js';
import { BEGINNING, someId } from './sender-tables.js';

/** A picture that everybody may send. */
export const SOME_PICTURE: Attachment = {
  id: someId(701),
  kind: 'image',
  fileName: 'denah.png',
  mimeType: 'image/png',
  size: 68,
  sha256: 'b'.repeat(64),
  createdAt: BEGINNING,
  createdById: someId(802),
  createdBy: 'Pak Budi',
};

/** Attachments as a test says they are. */
export class ListedAttachments extends Attachments {
  /** Who uses which, as `attachment run broadcast`. */
  readonly uses = new Set<string>();
  /** Attachments whose file is not there as it was uploaded. */
  readonly gone = new Set<string>();
  private readonly byId = new Map([[SOME_PICTURE.id, SOME_PICTURE]]);

  find(ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>> {
    return Promise.resolve(new Map([...this.byId].filter(([id]) => ids.includes(id))));
  }

  get(id: string): Promise<Attachment> {
    const found = this.byId.get(id);
    return found ? Promise.resolve(found) : Promise.reject(new DomainError('ATTACHMENT.NOT_FOUND'));
  }

  getFor(id: string): Promise<Attachment> {
    return this.get(id);
  }

  async take(id: string, use: { by: string; id: string }): Promise<Attachment> {
    const found = await this.get(id);
    this.uses.add(`${id} ${use.by} ${use.id}`);
    return found;
  }

  release(id: string, use: { by: string; id: string }): Promise<void> {
    this.uses.delete(`${id} ${use.by} ${use.id}`);
    return Promise.resolve();
  }

  contentOf(attachment: Attachment): Promise<AttachmentContent | null> {
    const { id, kind, fileName, mimeType, size } = attachment;
    if (this.gone.has(id)) return Promise.resolve(null);
    return Promise.resolve({ kind, path: `/lampiran/${id}`, fileName, mimeType, size });
  }
}
