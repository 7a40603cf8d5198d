import type { ClaimStage, FileInput, SendOptions, WhatsappWindow } from '../page-types.js';

/** What is known of a message's chat before it leaves. */
export interface PreparedChat {
  /** The whole text of the message's key: by it the page finds the message again. */
  readonly key: string;
  readonly chatId: string;
}

/**
 * Runs in the page: finds the chat of an address and notes that a message with this id may come. A number
 * whose hidden id the page does not know yet has no chat; asking WhatsApp once about it teaches the page.
 * Answers null when there is no chat.
 */
export async function prepareClaim(
  messageId: string,
  address: string,
): Promise<PreparedChat | null> {
  const page = globalThis as unknown as WhatsappWindow;
  const room = page.primaRoom;
  if (!room || room.claims.has(messageId)) return null;
  const open = () => page.WWebJS.getChat(address, { getAsModel: false });
  const first = await open().catch(() => null);
  if (!first) {
    const wid = page.require('WAWebWidFactory').createWid(address);
    await page.require('WAWebQueryExistsJob').queryWidExists(wid);
  }
  const chat = first ?? (await open());
  if (!chat) return null;
  const key = room.keyFor(chat, messageId);
  if (key.id !== messageId) return null;
  room.claims.set(messageId, {
    ...{ chat, key, stage: 'prepared', settled: false, sending: Promise.resolve() },
    wake: () => undefined,
  });
  return { key: room.textOf(key), chatId: room.textOf(chat.id) };
}

/** What is handed over; a file comes beside it, in an input. */
export interface Parcel {
  readonly text: string;
  readonly file: {
    readonly fileName: string;
    readonly mimeType: string;
    readonly size: number;
    readonly asDocument: boolean;
  } | null;
}

/**
 * Runs in the page: gives a prepared message to the library and does not wait for it. `bad-file`: what
 * the browser reads is not what was announced. Everything but `begun` means that nothing can leave.
 */
export function begin(
  messageId: string,
  { text, file }: Parcel,
  input: FileInput | null,
): 'begun' | 'not-prepared' | 'no-guard' | 'bad-file' {
  const page = globalThis as unknown as WhatsappWindow;
  const room = page.primaRoom;
  const claim = room?.claims.get(messageId);
  if (!room || claim?.stage !== 'prepared') return 'not-prepared';
  if (page.require('WAWebSendMsgChatAction').addAndSendMsgToChat !== room.guarded) {
    return 'no-guard';
  }
  let media: Pick<SendOptions, 'media' | 'sendMediaAsDocument' | 'caption' | 'isCaptionByUser'> =
    {};
  if (file) {
    const picked = input?.files?.[0];
    if (picked?.size !== file.size) return 'bad-file';
    const { fileName: filename, mimeType: mimetype } = file;
    // A new name for the same bytes: a Blob refers to its parts, it does not copy them.
    const roomFile = new File([picked], filename, { type: mimetype });
    media = {
      media: { mimetype, filename, roomFile },
      sendMediaAsDocument: file.asDocument,
      caption: text || undefined,
      isCaptionByUser: text !== '',
    };
  }
  claim.stage = 'open';
  const options: SendOptions = {
    waitUntilMsgSent: true,
    // Absent on purpose: a linkPreview would fetch addresses that a text contains.
    parseVCards: false,
    mentionedJidList: [],
    ...media,
    extraOptions: { id: claim.key },
  };
  const send = async (): Promise<void> => {
    try {
      await page.WWebJS.sendMessage(claim.chat, file ? '' : text, options);
    } catch {
      // Only the stage tells what an error means: before the guard nothing left, behind it anything may.
    }
    claim.settled = true;
    if (claim.stage === 'open') claim.stage = 'void';
    claim.wake();
  };
  claim.sending = send();
  return 'begun';
}

/** How far a message has come; `gone`: the page knows nothing of it, as after a reload. */
export interface Progress {
  readonly stage: ClaimStage | 'gone';
  /** The library's call has ended. */
  readonly settled: boolean;
}

/** Runs in the page: how far a message is when it gets further, or after `ms` milliseconds. */
export async function follow(messageId: string, ms: number): Promise<Progress> {
  const page = globalThis as unknown as WhatsappWindow;
  const claim = page.primaRoom?.claims.get(messageId);
  if (!claim) return { stage: 'gone', settled: true };
  const isMoving = claim.stage === 'open' || (claim.stage === 'left' && !claim.settled);
  const before = claim.stage;
  if (isMoving) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      claim.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (claim.stage !== before || claim.settled) claim.wake();
    });
  }
  return { stage: claim.stage, settled: claim.settled };
}

/** Runs in the page: gives a message up if it has not left yet. Answers where it stands from now on. */
export function giveUp(messageId: string): ClaimStage | 'gone' {
  const page = globalThis as unknown as WhatsappWindow;
  const claim = page.primaRoom?.claims.get(messageId);
  if (!claim) return 'gone';
  if (claim.stage === 'open' || claim.stage === 'prepared') {
    claim.stage = 'void';
    claim.wake();
  }
  return claim.stage;
}

/** Runs in the page: shows or stops showing the person that somebody is typing. */
export async function showTyping(chatId: string, state: 'typing' | 'stop'): Promise<void> {
  const page = globalThis as unknown as WhatsappWindow;
  await page.WWebJS.sendChatstate(state, chatId);
}
