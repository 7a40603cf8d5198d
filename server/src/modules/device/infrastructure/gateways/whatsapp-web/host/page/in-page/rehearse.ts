import type { AddAndSend, Claim, OutgoingMsg, WhatsappWindow } from '../page-types.js';

/**
 * Runs in the page: tries the guard out without handing anything over. Whatever fails here would let a
 * message leave under an id that nobody knows, so the page may not send then.
 * Needs `installRoom`. Answers the names of what does not work.
 */
export function rehearse(): string[] {
  const page = globalThis as unknown as WhatsappWindow;
  const room = page.primaRoom;
  const action = page.require('WAWebSendMsgChatAction');
  if (!room || action.addAndSendMsgToChat !== room.guarded) return ['guard'];

  const faults: string[] = [];
  const expect = (name: string, holds: boolean): void => {
    if (!holds) faults.push(name);
  };
  const chat = {
    id: page.require('WAWebWidFactory').createWid('0@c.us'),
    unreadCount: 0,
    msgs: { get: () => undefined, getModelsArray: () => [] },
  };
  const key = room.keyFor(chat, 'PRIMA1');
  const other = room.keyFor(chat, 'PRIMA2');
  expect('message-key', key.id === 'PRIMA1' && key.fromMe && room.textOf(key).includes('PRIMA1'));
  // The library writes what it is given as extra over its own fields: so our id gets into a message.
  expect('WWebJS.sendMessage', String(page.WWebJS.sendMessage).includes('...extraOptions'));

  const left: string[] = [];
  const probe: AddAndSend = (_chat, message) => {
    left.push(message.id.id);
    return [Promise.resolve(), Promise.resolve()];
  };
  const leaves = (message: OutgoingMsg): boolean => {
    const before = left.length;
    try {
      void page.require('WAWebSendMsgChatAction').addAndSendMsgToChat(chat, message);
    } catch {
      // A refusal; what counts is whether it left.
    }
    return left.length > before && left.at(-1) === message.id.id;
  };
  const claim = (): Claim => {
    const made: Claim = {
      ...{ chat, key, stage: 'open', settled: false, sending: Promise.resolve() },
      wake: () => undefined,
    };
    room.claims.set('PRIMA1', made);
    return made;
  };
  room.rehearsal = probe;
  try {
    expect('guard-foreign', leaves({ id: other }));
    const awaited = claim();
    expect('guard-mismatch', !leaves({ id: other }) && awaited.stage === 'refused');
    expect('guard-refused', !leaves({ id: key }));
    const media = { id: key, __x_id: undefined };
    const sent = claim();
    expect('guard-own', leaves(media) && (sent.stage as string) === 'left' && !('__x_id' in media));
    expect('guard-twice', !leaves({ id: key }));
  } finally {
    room.rehearsal = null;
    room.claims.delete('PRIMA1');
  }
  return faults;
}
