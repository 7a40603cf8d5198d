import * as z from 'zod';
import { BroadcastTitle, type BroadcastView, MessageText } from '#contracts/broadcast.contract.js';
import { Id } from '#contracts/common.contract.js';

/** The part of a message that is typed: everything but its recipients. */
export const MessageDraft = z.object({ title: BroadcastTitle, deviceId: Id, text: MessageText });
export type MessageDraft = z.infer<typeof MessageDraft>;

/** Nothing typed yet. */
export const EMPTY_DRAFT: MessageDraft = { title: '', deviceId: '', text: '' };

/** What there is to type over when `broadcast` is edited. */
export function draftOf(broadcast: BroadcastView): MessageDraft {
  return { title: broadcast.title, deviceId: broadcast.device.id, text: broadcast.text };
}

/** Whether two drafts say the same. */
export function isSameDraft(a: MessageDraft, b: MessageDraft): boolean {
  return a.title === b.title && a.deviceId === b.deviceId && a.text === b.text;
}
