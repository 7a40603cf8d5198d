import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { DESK } from './browser.js';
import { hearConsole } from './policy-watch.js';

const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Path of an installed Firefox; null where there is none. */
export function findFirefox(): string | null {
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/** Firefox over WebDriver BiDi, without a window. */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: DESK,
    extraPrefsFirefox: { 'intl.accept_languages': 'id-ID, id' },
  });
}

/** Opens a page that writes down exceptions and console errors. */
export async function openInFirefox(
  browser: Browser,
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    hearConsole(message.text());
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}
