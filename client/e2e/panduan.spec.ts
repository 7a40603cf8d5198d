import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inspect, useWalk } from './support/walk.js';

const DOCS = new URL('../../docs/', import.meta.url);
/** Waits for every picture, and fails for one that cannot be loaded; as text, since it runs in the page. */
const LOADED = `Promise.all([...document.querySelectorAll('article img')].map((image) => {
  image.loading = 'eager';
  return image.decode();
}))`;

describe('Panduan', () => {
  const walk = useWalk();

  it('opens from the account menu in a tab of its own, with every picture in it', async () => {
    const { page: before, faults } = await walk.loggedIn();
    await before.getByRole('button', { name: 'Akun Administrator' }).click();
    const opened = before.context().waitForEvent('page');
    await before.getByRole('menuitem', { name: 'Panduan' }).click();
    const page = await opened;
    await page.getByRole('heading', { level: 1, name: /^Panduan/u }).waitFor();
    await page.locator('article img').first().waitFor();
    await page.evaluate(LOADED);
    expect(await page.locator('article img').count()).toBeGreaterThan(15);
    await inspect(page, 'panduan');
    expect(faults).toEqual([]);
  });

  it('shows pictures that exist, each taken at both widths', () => {
    const guide = readFileSync(new URL('panduan.md', DOCS), 'utf8');
    const taken = new Set(readdirSync(new URL('screens/', DOCS)));
    const shown = [...guide.matchAll(/\]\(screens\/([\w-]+)-1280\.png\)/gu)].map(
      ([, name]) => name,
    );
    expect(shown.length).toBeGreaterThan(15);
    const lacking = shown.filter(
      (name) => ![1280, 360].every((width) => taken.has(`${String(name)}-${String(width)}.png`)),
    );
    expect(lacking).toEqual([]);
  });
});
