import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { openPage } from './support/browser.js';
import { confirmedMessage } from './support/broadcasts.js';
import { findFirefox, launchFirefox, openInFirefox } from './support/firefox.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { ADMIN, logIn, useWalk } from './support/walk.js';

const firefox = findFirefox();

// Without Firefox the report says so in the name of what it skipped.
const [inFirefox, name] =
  firefox === null
    ? [describe.skip, 'Firefox is not installed here, so not verified']
    : [describe, 'Firefox'];

inFirefox(name, () => {
  const walk = useWalk({ PRACTICE_SEED: 'firefox', PRACTICE_PACE_SECONDS: '0.02-0.05' });
  jest.setTimeout(120_000);

  it('logs in, lists the messages, opens one and sends it', async () => {
    const { url } = walk.product();
    const prepared = await openPage(walk.browser());
    await logIn(prepared.page, url);
    await linkPracticeDevice(prepared.page, url, { name: 'Poli Anak', phone: '0812-0000-0001' });
    const message = { title: 'Rubah api', text: 'Halo.', recipients: '0812-0000-0011' };
    await confirmedMessage(prepared.page, url, message);

    const browser = await launchFirefox(firefox ?? '');
    try {
      const { page, faults } = await openInFirefox(browser);
      await page.goto(`${url}/wa-broadcast`);
      await page.locator('input[autocomplete="username"]').fill(ADMIN.username);
      await page.locator('input[type="password"]').fill(ADMIN.password);
      await press(page, 'Login');
      await page.waitForSelector('::-p-text(Rubah api)');
      await press(page, 'Detail Penerima');
      await page.waitForSelector('mat-dialog-container ::-p-text(Langkah 3 dari 3)');
      await press(page, 'Kirim Pesan', 'mat-dialog-container ');
      await page.waitForSelector('::-p-text(Balasan pasien masuk ke HP pengirim.)');
      await press(page, 'Kirim', 'prima-send-dialog ');
      await page.waitForSelector('::-p-text(1 selesai)');
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/** Clicks the button or link that says `words` and nothing else. */
async function press(page: Page, words: string, within = ''): Promise<void> {
  const found = await page.waitForSelector(`${within}:is(button, a)::-p-text(${words})`, {
    visible: true,
  });
  await found?.click();
}
