import type { AttachmentKind, AttachmentView } from '#contracts/attachment.contract.js';

/** A file that was uploaded to go with messages. It never changes: another file is another attachment. */
export interface Attachment {
  readonly id: string;
  readonly kind: AttachmentKind;
  /** Cleaned; what the recipient of a document sees. */
  readonly fileName: string;
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of the content in hexadecimal: under it the file is stored, once for all who uploaded it. */
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly createdById: string;
  readonly createdBy: string;
}

/** An attachment that nobody took is removed after this time, in milliseconds: a day, as lists are. */
export const UNUSED_LIFETIME = 24 * 60 * 60 * 1000;

/** What the screens show of it. */
export function attachmentView(attachment: Attachment): AttachmentView {
  const { id, kind, fileName, mimeType, size, createdAt } = attachment;
  return { id, kind, fileName, mimeType, size, createdAt: new Date(createdAt).toISOString() };
}
