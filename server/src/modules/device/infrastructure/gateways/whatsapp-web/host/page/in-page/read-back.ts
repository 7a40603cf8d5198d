import type { Msg, WhatsappWindow } from '../page-types.js';

/** A message of ours: its id and, where it is known, the text of its whole key. */
export interface Known {
  readonly id: string;
  readonly key: string | null;
}

/** What a message of ours has come to; null: the page does not know it (any more). */
export interface KnownAck {
  readonly id: string;
  readonly ack: number | null;
}

/**
 * Runs in the page: the level of each of these messages, from its memory, else by its key from its
 * store. Without a key only what is in memory is found: the store cannot be asked by the id alone.
 */
export async function readAcks(messages: readonly Known[]): Promise<KnownAck[]> {
  const page = globalThis as unknown as WhatsappWindow;
  const { Msg: collection } = page.require('WAWebCollections');
  const ours = new Map<string, Msg>();
  for (const msg of collection.getModelsArray()) if (msg.id.fromMe) ours.set(msg.id.id, msg);
  const found: KnownAck[] = [];
  for (const { id, key } of messages) {
    let msg = ours.get(id);
    if (!msg && key !== null) {
      const kept = await collection.getMessagesById([key]);
      msg = kept?.messages?.find((one) => one.id.id === id && one.id.fromMe);
    }
    found.push({ id, ack: msg ? msg.ack : null });
  }
  return found;
}

/** A short text that somebody wrote to this account. */
export interface Reply {
  readonly id: string;
  /** Text of the writer's id. */
  readonly from: string;
  /** Seconds since the epoch. */
  readonly t: number;
  readonly text: string;
}

/**
 * Runs in the page: short texts of single persons that are unread, or younger than `since` (seconds since
 * the epoch) and still in memory. `longest`: longer texts (in UTF-16 units) stay where they are.
 */
export async function readReplies(since: number, longest: number): Promise<Reply[]> {
  const page = globalThis as unknown as WhatsappWindow;
  const room = page.primaRoom;
  if (!room) throw new Error('prima: no room');
  const replies: Reply[] = [];
  for (const chat of page.require('WAWebCollections').Chat.getModelsArray()) {
    if (chat.id.server !== 'c.us' && chat.id.server !== 'lid') continue;
    const incoming = (): Msg[] => chat.msgs.getModelsArray().filter((msg) => !msg.id.fromMe);
    // Bounded: nobody needs a hundred pages to say that they want no more.
    for (let pages = 0; pages < 5 && incoming().length < chat.unreadCount; pages += 1) {
      const more = await page.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat });
      if (!more || more.length === 0) break;
    }
    const newestFirst = incoming().sort((one, other) => other.t - one.t);
    for (const [index, { id, from, t, type, body }] of newestFirst.entries()) {
      if (index >= chat.unreadCount && t < since) break;
      if (type !== 'chat' || body === undefined || body.length > longest) continue;
      replies.push({ id: id.id, from: room.textOf(from), t, text: body });
    }
  }
  return replies;
}
