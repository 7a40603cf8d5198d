import type {
  AddAndSend,
  Claim,
  InPageRoom,
  MsgKey,
  OutgoingMsg,
  WhatsappWindow,
  Wid,
} from '../page-types.js';

/**
 * Runs in the page: puts our room and its guard there, once per document.
 *
 * A message of ours carries an id that was stored before. It is given to the library as a ready-made
 * key (`extraOptions.id`, which the library writes over its own), not by overriding
 * `WAWebMsgKey.newId`: whoever in the page asked for an id at that moment would be given ours, and the
 * receipts of a foreign message would be taken for the patient's. The library's own `newId` call goes to
 * waste. What arrives at `addAndSendMsgToChat`, the only way out, is compared here:
 * - our id, in its chat, while we wait for it: it leaves, once;
 * - our id at any other time (given up, left already, another chat): an error, nothing leaves;
 * - another id in a chat in which ours is awaited: the id got lost on the way; an error, nothing leaves;
 * - anything else is the page's own and passes.
 *
 * Also takes `__x_id` off media messages: since 2026-09 media models carry it, the library copies it into
 * the message, and there it hides the id. Where it is missing, nothing is done.
 */
export function installRoom(): void {
  const page = globalThis as unknown as WhatsappWindow;
  const action = page.require('WAWebSendMsgChatAction');
  if (page.primaRoom && page.primaRoom.guarded === action.addAndSendMsgToChat) return;

  // Both names that were seen, then what every id can do.
  const textOf: InPageRoom['textOf'] = (id) => {
    if (typeof id === 'string') return id;
    const known = id as { _serialized?: string; $1?: string; toString(): string } | undefined;
    return known?._serialized ?? known?.$1 ?? known?.toString() ?? '';
  };
  const keyFor = (chat: { readonly id: Wid }, id: string): MsgKey => {
    const me = page.require('WAWebUserPrefsMeUser');
    const from = chat.id.isLid() ? me.getMaybeMeLidUser() : me.getMaybeMePnUser();
    return new (page.require('WAWebMsgKey'))({ from, to: chat.id, id, selfDir: 'out' });
  };
  const dropInnerId = (message: OutgoingMsg): void => {
    if (Object.hasOwn(message, '__x_id') && message.__x_id !== message.id) delete message.__x_id;
  };

  const original = action.addAndSendMsgToChat;
  const claims = page.primaRoom?.claims ?? new Map<string, Claim>();
  const guarded: AddAndSend = function (this: unknown, chat, message) {
    const deliver: AddAndSend = (...given) =>
      room.rehearsal ? room.rehearsal(...given) : original.apply(this, given);
    if (room.isRetired) return deliver(chat, message);
    const claim = claims.get(message.id.id);
    if (claim === undefined) {
      const awaited = [...claims.values()].find(
        ({ stage, chat: its }) => stage === 'open' && textOf(its.id) === textOf(chat.id),
      );
      if (awaited === undefined) return deliver(chat, message);
      awaited.stage = 'refused';
      awaited.wake();
      throw new Error('prima: a message with another id arrived');
    }
    if (claim.stage !== 'open' || textOf(claim.chat.id) !== textOf(chat.id)) {
      if (claim.stage === 'open') claim.stage = 'refused';
      claim.wake();
      throw new Error('prima: this message may not leave (any more)');
    }
    dropInnerId(message);
    claim.stage = 'left';
    claim.wake();
    return deliver(chat, message);
  };
  const room: InPageRoom = { guarded, claims, rehearsal: null, isRetired: false, textOf, keyFor };
  // Somebody put a function of their own over the guard, which is still behind it.
  if (page.primaRoom) page.primaRoom.isRetired = true;
  action.addAndSendMsgToChat = guarded;
  page.primaRoom = room;
}
