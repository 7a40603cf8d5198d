import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { DESK, PHONE, accessibilityFaults, launchBrowser, openPage, picture } from './browser.js';
import type { WatchedPage } from './browser.js';
import { startProduct } from './product.js';
import type { Product } from './product.js';

/** The administrator that every walk logs in with. */
export const ADMIN = { username: 'admin', password: 'kuda-baterai-benar-9' } as const;

/** Pixels that stick out sideways; as text, since it runs in the page and not here. */
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** A whole walk with pictures and axe at two widths, on a slow and busy machine. */
const TEST_LIMIT_MS = 180_000;

/** Settings of the product by their names. */
type Environment = Readonly<Record<string, string>>;

/** The product and a browser for the tests of one file; both end with it. */
export interface Walk {
  product(): Product;
  browser(): Browser;
  /** Opens a page in a fresh context and logs the administrator in. */
  loggedIn(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** Ends the product and starts it again at the same address and data, with these settings in addition. */
  restart(environment: Environment): Promise<void>;
}

/**
 * Starts product and browser before the tests of the file and ends them after.
 *
 * @param environment added to a clean one; made by a function where something has to be started for it
 */
export function useWalk(environment: Environment | (() => Promise<Environment>) = {}): Walk {
  jest.setTimeout(TEST_LIMIT_MS);
  let product: Product | undefined;
  let browser: Browser | undefined;
  let settings: Environment = { ADMIN_USERNAME: ADMIN.username, ADMIN_PASSWORD: ADMIN.password };
  beforeAll(async () => {
    // One after the other: what has started is known, and ended, when the other fails.
    const added = typeof environment === 'function' ? await environment() : environment;
    settings = { ...settings, ...added };
    product = await startProduct(settings);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });
  const running = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('Only inside a test');
    return part;
  };
  return {
    product: () => running(product),
    browser: () => running(browser),
    loggedIn: async (options) => {
      const watched = await openPage(running(browser), options);
      await logIn(watched.page, running(product).url);
      return watched;
    },
    restart: async (changes) => {
      const { url, dataDir, stop } = running(product);
      await stop();
      const port = { PORT: new URL(url).port };
      product = await startProduct({ ...settings, ...changes, ...port }, dataDir);
    },
  };
}

/** Logs the administrator in from the login page and waits for the landing page. */
export async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  await fillLogin(page, ADMIN.username, ADMIN.password);
  await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
}

/** Fills in the login page and presses Login. */
export async function fillLogin(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
}

/**
 * Looks at the screen as it stands, at both widths: nothing may stick out sideways and axe must find
 * nothing serious. With SCREENSHOTS=1 the pictures of README and panduan are taken, with `subject` in
 * sight.
 */
export async function inspect(page: Page, name: string, subject?: Locator): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await subject?.scrollIntoViewIfNeeded();
    const overflow = await page.evaluate<number>(SIDEWAYS);
    expect({ name, width: size.width, overflow }).toEqual({ name, width: size.width, overflow: 0 });
    expect({ name, faults: await accessibilityFaults(page) }).toEqual({ name, faults: [] });
    await picture(page, `${name}-${String(size.width)}`);
  }
}
