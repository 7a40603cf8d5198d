import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../../../../../platform/kernel/clock.js';

/** What WhatsApp Web shows at a glance. */
export interface PageLook {
  readonly address: string;
  /** State of its connection; null while the page has none to tell. */
  readonly state: string | null;
  readonly hasSynced: boolean;
  /** Whether the page has modules at all: it is WhatsApp Web, not somebody's login page before it. */
  readonly hasModules: boolean;
}

const LOOK = `(() => {
  const look = { address: location.href, state: null, hasSynced: false, hasModules: typeof window.require === 'function' };
  try {
    const { Socket } = window.require('WAWebSocketModel');
    return { ...look, state: Socket.state ?? null, hasSynced: Boolean(Socket.hasSynced) };
  } catch {
    return look;
  }
})()`;

/** The page did not answer in time. */
export class PageSilent extends Error {}

/** Runs `code` in the page and answers what it gives. Rejects with `PageSilent` after `deadlineMs`. */
export async function askPage<T>(
  client: Client,
  code: string,
  clock: Clock,
  deadlineMs: number,
): Promise<T> {
  const page = client.pupPage;
  if (!page) throw new PageSilent('There is no page');
  const over = new AbortController();
  try {
    return await Promise.race([
      page.evaluate(code) as Promise<T>,
      clock.wait(deadlineMs, over.signal).then((): never => {
        throw new PageSilent('The page does not answer');
      }),
    ]);
  } finally {
    over.abort();
  }
}

/** Looks at the page. Rejects when it does not answer, or is just being left. */
export const lookAt = (client: Client, clock: Clock, deadlineMs: number): Promise<PageLook> =>
  askPage<PageLook>(client, LOOK, clock, deadlineMs);

/** Asks WhatsApp Web for a new QR: the library does this in the wrong process. */
export const REFRESH_QR = `window.require('WAWebCmd').Cmd.refreshQR()`;

/**
 * Says in the page's place that it has synced. The library waits for the moment at which that happens and
 * misses it when it happened before.
 */
export const SAY_SYNCED = `window.onAppStateHasSyncedEvent && void window.onAppStateHasSyncedEvent()`;

/** Logs out, on the phone too. */
export const LOG_OUT = `window.require('WAWebSocketModel').Socket.logout()`;

/** The number that is linked, as digits; null while the page does not tell. */
export const LINKED_NUMBER = `(() => {
  const me = window.require('WAWebUserPrefsMeUser').getMaybeMePnUser();
  return me && me.user ? String(me.user).split(':')[0] : null;
})()`;

/** Name under which a page tells that it asks for a passkey. */
export const PASSKEY_ASKED = 'primaPasskeyAsked';

/** Runs before the page's own scripts: whoever asks for a passkey is heard. */
export const WATCH_PASSKEY = `(() => {
  const credentials = navigator.credentials;
  if (!credentials || !credentials.get) return;
  const get = credentials.get.bind(credentials);
  credentials.get = (options) => {
    if (options && options.publicKey) void window.${PASSKEY_ASKED}();
    return get(options);
  };
})()`;
