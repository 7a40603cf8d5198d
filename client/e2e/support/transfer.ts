import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** What one address cost the network, until it could be used and nothing was loading any more. */
export interface Transfer {
  /** Bytes over the wire, headers of the answers included, as Chromium counts them. */
  readonly bytes: number;
  readonly requests: number;
  /** Bytes by address, the largest first. */
  readonly parts: readonly (readonly [url: string, bytes: number])[];
}

interface Untyped {
  send(method: string, params: object): Promise<unknown>;
}

/** Nothing has come for so long: the page has all that it wants, in milliseconds. */
const QUIET_MS = 700;

/**
 * Opens `url` with a cold cache in a context of its own and counts all that comes, until `usable` is
 * shown and the network is quiet. The live stream stays open and counts as far as it has come.
 *
 * @param encodings what the browser says it can unpack, e.g. `['gzip']`
 */
export async function transferOf(
  browser: Browser,
  url: string,
  usable: (page: Page) => Locator,
  options: BrowserContextOptions & { readonly encodings: readonly ('gzip' | 'br')[] },
): Promise<Transfer> {
  const { encodings, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    // Experimental, so the types of Playwright do not know it.
    const network = devtools as unknown as Untyped;
    await network.send('Network.setAcceptedEncodings', { encodings });
    const urls = new Map<string, string>();
    const bytes = new Map<string, number>();
    let lastHeard = Date.now();
    const add = (id: string, more: number): void => {
      lastHeard = Date.now();
      bytes.set(id, (bytes.get(id) ?? 0) + more);
    };
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!/^https?:/u.test(request.url)) return;
      urls.set(requestId, request.url);
      add(requestId, 0);
    });
    // Headers first, then what comes; the total at the end takes the place of both.
    devtools.on('Network.responseReceived', ({ requestId, response }) => {
      add(requestId, response.encodedDataLength);
    });
    devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      add(requestId, encodedDataLength);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      lastHeard = Date.now();
      bytes.set(requestId, encodedDataLength);
    });
    await page.goto(url);
    await usable(page).first().waitFor();
    while (Date.now() - lastHeard < QUIET_MS) await page.waitForTimeout(50);
    const parts = [...urls].map(([id, from]) => [from, bytes.get(id) ?? 0] as const);
    return {
      bytes: parts.reduce((sum, [, size]) => sum + size, 0),
      requests: parts.length,
      parts: parts.sort(([, a], [, b]) => b - a),
    };
  } finally {
    await context.close();
  }
}
