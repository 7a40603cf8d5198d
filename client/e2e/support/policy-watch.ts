/**
 * Every walk fails when the browser had to enforce our content security policy. Whoever imports
 * `launchBrowser` is watched; `eslint.config.mjs` keeps walks from launching browsers otherwise.
 */
import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';

/** Name of the function that pages report with. */
const REPORT = 'primaPolicyReport';

/** Hears every violation of every document, before its own scripts run; as text, since it runs in the page. */
const LISTENER = `addEventListener('securitypolicyviolation', (event) => {
  const { documentURI, effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
  globalThis.${REPORT}?.([documentURI, effectiveDirective, blockedURI, sample, sourceFile, lineNumber].join(' '));
}, true);`;

/** What the console says of violations that no document hears of, e.g. of a frame that was refused. */
const IN_CONSOLE = /Content.Security.Policy|Trusted ?Types?|TrustedHTML|TrustedScript/iu;

const heard: string[] = [];
let allowed: readonly RegExp[] = [];

beforeEach(() => {
  allowed = [];
});

afterEach(() => {
  const violations = heard.splice(0).filter((each) => !allowed.some((one) => one.test(each)));
  expect({ policyViolations: violations }).toEqual({ policyViolations: [] });
});

/** For a test in which the policy has to refuse something: what is refused there says `pattern`. */
export function allowRefusal(pattern: RegExp): void {
  allowed = [...allowed, pattern];
}

/** Takes down a violation that was found some other way, e.g. in another browser's console. */
export function hearConsole(text: string): void {
  if (IN_CONSOLE.test(text)) heard.push(text);
}

/** Watches every page that `browser` will open. */
export function watchPolicy(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (...options) => {
    const context = await newContext(...options);
    await watch(context);
    return context;
  };
  return browser;
}

async function watch(context: BrowserContext): Promise<void> {
  await context.exposeFunction(REPORT, (violation: string) => {
    heard.push(violation);
  });
  await context.addInitScript(LISTENER);
  context.on('console', (message) => {
    hearConsole(message.text());
  });
}
