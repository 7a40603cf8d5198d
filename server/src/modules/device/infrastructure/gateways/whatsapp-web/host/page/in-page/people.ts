import type { WhatsappWindow } from '../page-types.js';

/** What WhatsApp says about a number. `offline`: the page is not connected, so nothing was learned. */
export type NumberAnswer =
  | { readonly kind: 'found'; readonly address: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'offline' };

/** Runs in the page: asks WhatsApp about a number (digits only). */
export async function askNumber(digits: string): Promise<NumberAnswer> {
  const page = globalThis as unknown as WhatsappWindow;
  const room = page.primaRoom;
  const isConnected = () => page.require('WAWebSocketModel').Socket.state === 'CONNECTED';
  if (!room || !isConnected()) return { kind: 'offline' };
  const wid = page.require('WAWebWidFactory').createWid(`${digits}@c.us`);
  const answer = await page.require('WAWebQueryExistsJob').queryWidExists(wid);
  if (answer?.wid !== undefined) return { kind: 'found', address: room.textOf(answer.wid) };
  return isConnected() ? { kind: 'null' } : { kind: 'offline' };
}

/** Both names of a person, each null where WhatsApp hides it. */
export interface Names {
  /** Digits. */
  readonly phone: string | null;
  /** Text of the hidden id. */
  readonly lid: string | null;
}

/** Runs in the page: number and hidden id of the person behind an address. */
export async function namesOf(address: string): Promise<Names> {
  const page = globalThis as unknown as WhatsappWindow;
  const { lid, phone } = await page.WWebJS.enforceLidAndPnRetrieval(address);
  return {
    phone: phone?.server === 'c.us' ? phone.user : null,
    lid: lid ? (page.primaRoom?.textOf(lid) ?? null) : null,
  };
}

/** Runs in the page: an id for a new message, as WhatsApp Web makes its own. */
export async function newId(): Promise<string> {
  const page = globalThis as unknown as WhatsappWindow;
  return page.require('WAWebMsgKey').newId();
}
