import type { EndCode, SessionEnd } from '../protocol.js';
import type { LiveSession } from './live-session.js';
import { wordsOfChromium } from './words-of-chromium.js';

/** States of WhatsApp Web's connection that end a session, whatever comes after. */
const ENDS: Readonly<Record<string, EndCode>> = {
  CONFLICT: 'used-elsewhere',
  TOS_BLOCK: 'banned',
  SMB_TOS_BLOCK: 'banned',
  PROXYBLOCK: 'network-blocked',
  DEPRECATED_VERSION: 'whatsapp-outdated',
};

/** How a session in this state ends; null when it does not. */
export const endOfState = (state: string): EndCode | null =>
  Object.hasOwn(ENDS, state) ? (ENDS[state] ?? null) : null;

/** Address to which WhatsApp Web goes when its link has ended. */
export const isLogoutAddress = (address: string): boolean => address.includes('post_logout=1');

/** How long a page that is being left may take to arrive, in milliseconds. */
const LEAVING_MS = 2_000;

/** Why the library's `initialize` failed. */
export async function whyNotStarted(session: LiveSession, error: unknown): Promise<SessionEnd> {
  const message = error instanceof Error ? error.message : String(error);
  const { client, clock, signal } = session;
  if (!client.pupBrowser) {
    const words = await wordsOfChromium(session.start.browser).catch(() => '');
    if (words !== '') session.log('Chromium does not start', words);
    const isSandbox = /no usable sandbox|zygote_host|credentials\.cc/iu.test(`${message} ${words}`);
    return { code: isSandbox ? 'sandbox-refused' : 'browser-failed', detail: null };
  }
  if (/net::ERR_|ERR_PROXY|Navigation timeout/.test(message)) {
    return { code: 'whatsapp-unreachable', detail: null };
  }
  if (message === 'auth timeout') {
    const look = await session.look().catch(() => null);
    return look?.hasModules === true
      ? { code: 'whatsapp-changed', detail: 'Debug.VERSION' }
      : { code: 'whatsapp-unreachable', detail: null };
  }
  // A page that was unlinked while nobody looked leaves in the middle of it.
  for (let waited = 0; waited < LEAVING_MS && !signal.aborted; waited += 100) {
    if (isLogoutAddress(client.pupPage?.url() ?? ''))
      return { code: 'phone-logged-out', detail: null };
    await clock.wait(100, signal);
  }
  return { code: 'broken', detail: 'start' };
}
