import * as z from 'zod/mini';
import { BroadcastTitle, type BroadcastView, refineText } from '#contracts/broadcast.contract.js';
import { Id } from '#contracts/common.contract.js';

/** Letters that a text may have, as the contract says; a caption may have fewer. */
export const TEXT_LIMIT = 4096;

/** The part of a message that is written: everything but its recipients. */
export const MessageDraft = z
  .object({
    title: BroadcastTitle,
    deviceId: Id,
    text: z.string().check(z.trim(), z.maxLength(TEXT_LIMIT)),
    attachmentId: z.nullable(Id),
  })
  .check(z.superRefine(refineText));
export type MessageDraft = z.infer<typeof MessageDraft>;

/** Nothing typed yet. */
export const EMPTY_DRAFT: MessageDraft = {
  title: '',
  deviceId: '',
  text: '',
  attachmentId: null,
};

/** What there is to type over when `broadcast` is edited. */
export function draftOf(broadcast: BroadcastView): MessageDraft {
  const { title, device, text, attachment } = broadcast;
  return { title, deviceId: device.id, text, attachmentId: attachment?.id ?? null };
}

/** Whether two drafts say the same. */
export function isSameDraft(a: MessageDraft, b: MessageDraft): boolean {
  return (
    a.title === b.title &&
    a.deviceId === b.deviceId &&
    a.text === b.text &&
    a.attachmentId === b.attachmentId
  );
}
