import type { Page } from 'playwright-core';

/** More stops than any page has; beyond it the thing wanted cannot be reached. */
const STOPS = 80;

/** What the focused element is called, as a screen reader says it; as text, since it runs in the page. */
const FOCUSED = `(() => {
  const it = document.activeElement;
  const labels = [...(it.labels ?? [])].map((label) => label.textContent).join(' ');
  const own = it.getAttribute('aria-label') ?? (labels || it.textContent || '');
  return own.replace(/\\s+/gu, ' ').trim();
})()`;

/** Presses Tab until something called `name` has the focus, as one without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    const focused = await page.evaluate<string>(FOCUSED);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    passed.push(focused.slice(0, 40));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(name)}; it passes ${passed.join(' | ')}`);
}

/** Goes to it by Tab and presses Enter. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Goes to the field by Tab and types. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}
