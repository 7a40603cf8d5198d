import type { Client } from 'whatsapp-web.js';
import { watchPasskey } from './in-page/session-page.js';
import type { LiveSession } from './live-session.js';
import { isLogoutAddress } from './session-ends.js';

type Page = NonNullable<Client['pupPage']>;
type HTTPRequest = Awaited<ReturnType<Page['waitForRequest']>>;

/** Name under which a page tells that it asks for a passkey. */
const PASSKEY_ASKED = 'primaPasskeyAsked';

const watched = new WeakSet<Page>();

/** Listens to browser and page for what the library does not: deaths, leaving, an unreachable WhatsApp. */
export async function watchBrowser(session: LiveSession): Promise<void> {
  const { pupBrowser: browser, pupPage: page } = session.client;
  // The library calls this again after a logout.
  if (!browser || !page || watched.has(page)) return;
  watched.add(page);
  browser.on('disconnected', () => {
    session.finish('broken', 'browser');
  });
  page.on('error', () => {
    session.finish('broken', 'page');
  });
  page.on('close', () => {
    session.finish('broken', 'page');
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    if (isLogoutAddress(frame.url())) session.loggedOut();
    else session.reloading();
  });
  watchReach(session, page);
  await page.exposeFunction(PASSKEY_ASKED, () => {
    if (session.start.mode !== 'restore' && session.step !== 'ready') {
      session.finish('passkey-required');
    }
  });
  await page.evaluateOnNewDocument(watchPasskey, PASSKEY_ASKED);
  // A headless browser says so in its name, which pages take for a robot's.
  const userAgent = (await browser.userAgent()).replace('HeadlessChrome/', 'Chrome/');
  await page.setUserAgent({ userAgent });
}

/** The library waits for an answer for ever; a person at the screen does not. */
function watchReach(session: LiveSession, page: Page): void {
  const { clock, start, signal } = session;
  const isPage = (request: HTTPRequest): boolean =>
    request.isNavigationRequest() && request.frame() === page.mainFrame();
  page.once('request', (first) => {
    if (!isPage(first)) return;
    const answered = new AbortController();
    page.once('response', () => {
      answered.abort();
      session.reached();
    });
    const patience = AbortSignal.any([answered.signal, signal]);
    void clock.wait(start.timing.reachMs, patience).then(() => {
      if (!patience.aborted) session.finish('whatsapp-unreachable');
    });
  });
}
