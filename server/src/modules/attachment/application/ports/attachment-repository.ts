import type { Onlooker } from '../../../../platform/kernel/actor.js';
import type { Attachment } from '../../domain/attachment.js';

/** Who needs an attachment: a broadcast, or the run that sends it. */
export interface AttachmentUse {
  readonly by: 'broadcast' | 'run';
  readonly id: string;
}

/** Attachments and who uses them. Every call runs in the caller's unit of work. */
export abstract class AttachmentRepository {
  abstract add(attachment: Attachment): Promise<void>;

  /** Those of `ids` that exist, in no order. */
  abstract find(ids: readonly string[]): Promise<Attachment[]>;

  /** The attachment, if it is there for `onlooker`: their own, or one that a broadcast of their devices has. */
  abstract findFor(id: string, onlooker: Onlooker): Promise<Attachment | null>;

  /** The attachment, kept until the end of the unit: nobody removes it meanwhile. */
  abstract hold(id: string): Promise<Attachment | null>;

  /** Writes down that somebody needs it, once. To be called with the attachment held. */
  abstract addUse(id: string, use: AttachmentUse): Promise<void>;

  /** Does nothing when it was not in use so. */
  abstract removeUse(id: string, use: AttachmentUse): Promise<void>;

  /** Removes the attachment unless somebody uses it. False when it is still there, or was not. */
  abstract removeUnused(id: string): Promise<boolean>;

  /** Attachments that nobody uses, made before `before` (milliseconds since the epoch). */
  abstract unused(before: number): Promise<Attachment[]>;

  /** Whether any attachment has this content. */
  abstract hasContent(sha256: string): Promise<boolean>;
}
