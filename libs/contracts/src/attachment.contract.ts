import * as z from 'zod/mini';
import { Id, Instant } from './common.contract.js';

/** What WhatsApp shows a file as: a picture, a film, or a document with its name. */
export const AttachmentKind = z
  .enum(['image', 'video', 'document'])
  .register(z.globalRegistry, { id: 'AttachmentKind' });
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** A file that can go with a message, as every screen shows it. It never changes once it is there. */
export const AttachmentView = z
  .object({
    id: Id,
    kind: AttachmentKind,
    /** As the recipient of a document sees it: cleaned, and ending as its type demands. */
    fileName: z.string(),
    mimeType: z.string(),
    /** In bytes. */
    size: z.int(),
    createdAt: Instant,
  })
  .register(z.globalRegistry, { id: 'AttachmentView' });
export type AttachmentView = z.infer<typeof AttachmentView>;

/** The largest file of each kind, in bytes. */
export const AttachmentLimits = z
  .object({ image: z.int(), video: z.int(), document: z.int() })
  .register(z.globalRegistry, { id: 'AttachmentLimits' });
export type AttachmentLimits = z.infer<typeof AttachmentLimits>;

/** Media types that are accepted, for the `accept` of a file field. The server judges by content. */
export const ATTACHMENT_TYPES = {
  image: ['image/jpeg', 'image/png'],
  video: ['video/mp4'],
  document: ['application/pdf'],
} as const satisfies Record<AttachmentKind, readonly string[]>;
