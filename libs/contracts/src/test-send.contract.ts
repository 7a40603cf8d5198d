import * as z from 'zod/mini';
import { AttachmentId, TextOrCaption, refineText } from './broadcast.contract.js';
import { Id } from './common.contract.js';

/** "Kirim tes ke nomor saya": the preview of one recipient, to one number. */
export const TestSendRequest = z
  .object({
    deviceId: Id,
    text: TextOrCaption,
    attachmentId: AttachmentId,
    phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    values: z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1000))),
  })
  .check(z.superRefine(refineText))
  .register(z.globalRegistry, { id: 'TestSendRequest' });
export type TestSendRequest = z.infer<typeof TestSendRequest>;

/** What became of a test message, and the number that was understood (E.164). */
export const TestSendResult = z
  .object({
    outcome: z.enum(['accepted', 'refused', 'unknown']),
    reason: z.nullable(z.string()),
    phone: z.string(),
  })
  .register(z.globalRegistry, { id: 'TestSendResult' });
export type TestSendResult = z.infer<typeof TestSendResult>;
