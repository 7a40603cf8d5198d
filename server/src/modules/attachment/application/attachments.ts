import type { Onlooker } from '../../../platform/kernel/actor.js';
import type { Attachment } from '../domain/attachment.js';
import type { AttachmentUse } from './ports/attachment-repository.js';

/** A content that is there, as an engine takes it. */
export interface AttachmentContent {
  readonly kind: Attachment['kind'];
  /** Absolute path on this machine. */
  readonly path: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
}

/** What other modules may ask of attachments. All but `contentOf` run in the caller's unit of work. */
export abstract class Attachments {
  /** Attachments by id; those that do not exist are missing. */
  abstract find(ids: readonly string[]): Promise<ReadonlyMap<string, Attachment>>;

  /** The attachment of a broadcast that may be read. Refuses ATTACHMENT.NOT_FOUND. */
  abstract get(id: string): Promise<Attachment>;

  /**
   * The attachment, for a person's request: one that they uploaded or that goes with a broadcast of their
   * devices. Refuses ATTACHMENT.NOT_FOUND.
   */
  abstract getFor(id: string, onlooker: Onlooker): Promise<Attachment>;

  /** Keeps it for a user of it, from now on until `release`. Refuses ATTACHMENT.NOT_FOUND. */
  abstract take(id: string, use: AttachmentUse): Promise<Attachment>;

  /** Ends a use. Nobody else's: the attachment goes, and its file after the commit. */
  abstract release(id: string, use: AttachmentUse): Promise<void>;

  /**
   * The content as it was uploaded, or null when it is not there or was altered. Not in a unit of work:
   * it looks at the disk.
   */
  abstract contentOf(attachment: Attachment): Promise<AttachmentContent | null>;
}
