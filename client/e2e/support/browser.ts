import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import { watchPolicy } from './policy-watch.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The two widths at which every screen must work: a desk and a small phone. */
export const DESK = { width: 1280, height: 900 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/**
 * A real Chromium, found or unpacked by `scripts/chromium.mjs`. A test in which one of its pages violates
 * our content security policy fails (`policy-watch.ts`).
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const options = { executablePath: findChromium(), args: [...chromiumArgs(), ...args] };
  return watchPolicy(await chromium.launch(options));
}

/** A page that writes down whatever a user should never cause: console errors, crashes, CSP violations. */
export interface WatchedPage {
  readonly page: Page;
  /** Faults so far; `walk` specs assert that it stays empty. */
  readonly faults: string[];
}

/** Opens a page in a fresh context (no cookies of other tests), in Bahasa Indonesia unless said otherwise. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // Refusals of the API are part of the walk (a wrong password, a number taken) and shown to the user.
    const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/u;
    if (message.type() === 'error' && !refusal.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical findings of axe on the page as it stands; empty when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Through the debugger, not a script element: the page's own CSP would rightly refuse that.
  const result = await page.evaluate<AxeResult>(
    `${AXE}; axe.run(document, { resultTypes: ['violations'] })`,
  );
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 400)}`,
    );
}

/**
 * Takes the picture `docs/screens/<name>.png` for README and panduan when SCREENSHOTS=1, else nothing: a
 * test run leaves the checkout clean.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  const file = join(ROOT, 'docs', 'screens', `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled' });
}
