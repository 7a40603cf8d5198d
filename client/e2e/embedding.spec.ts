import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { DESK, PHONE, launchBrowser, openPage, picture } from './support/browser.js';
import { patients } from './support/broadcasts.js';
import { DashboardSite } from './support/dashboard-site.js';
import { allowRefusal } from './support/policy-watch.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

interface Heard {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

describe('a dashboard on another site', () => {
  const walk = useWalk({ PRACTICE_SEED: 'embed', PRACTICE_PACE_SECONDS: '0.02-0.05' });
  let site: DashboardSite;
  /** Refuses the cookies of third parties, as browsers do more and more. */
  let strict: Browser;

  beforeAll(async () => {
    site = await DashboardSite.start(walk.product().url);
    strict = await launchBrowser(['--test-third-party-cookie-phaseout']);
  }, 60_000);

  afterAll(async () => {
    await strict.close();
    await site.stop();
  });

  const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[name=wa]');
  const heard = (page: Page) => page.evaluate<Heard[]>('heard');
  const opened = async (address = site.origin) => {
    const watched = await openPage(strict);
    await watched.page.goto(address);
    return { ...watched, frame: frameOf(watched.page) };
  };
  const startPage = (frame: FrameLocator) =>
    frame.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' });

  it('is let in on the page Penyematan, which shows its secret once', async () => {
    const { page, faults } = await walk.loggedIn();
    const device = { name: 'Poli Anak', phone: '0812-0000-0001' };
    await linkPracticeDevice(page, walk.product().url, device);
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByRole('link', { name: 'Buka Penyematan' }).click();
    await page.getByText('Belum ada dashboard.').waitFor();
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Dashboard Prima');
    await dialog.getByLabel('Issuer (iss)').fill('prima.test');
    await dialog.getByLabel('Asal halaman').fill(`${site.origin}/`);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText('Tulis persis asalnya, satu per baris').waitFor();
    await dialog.getByLabel('Asal halaman').fill(site.origin);
    await inspect(page, 'penyematan-dashboard');
    await dialog.getByRole('button', { name: 'Simpan' }).click();

    await page.getByText('Belum ada kunci.').waitFor();
    await page.getByRole('button', { name: 'Tambah kunci' }).click();
    await dialog.getByRole('button', { name: 'Tambah' }).click();
    await dialog.getByText('Salin sekarang').waitFor();
    const [kid = '', secret = ''] = await dialog.locator('code').allTextContents();
    expect(secret).toMatch(/^[\w-]{43}$/u);
    site.key = { kid, secret };
    await dialog.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('belum pernah dipakai').waitFor();
    await page.getByText('Potongan untuk dashboard (PHP)').click();
    await inspect(page, 'penyematan', page.getByRole('heading', { level: 1 }));
    const shown = await page.content();
    expect(shown).toContain(kid);
    expect(shown).not.toContain(secret);
    expect(faults).toEqual([]);
  });

  it('shows the module in its frame: the whole walk, without cookie and storage', async () => {
    const { page, faults, frame } = await opened();
    await startPage(frame).waitFor();
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size);
      await picture(page, `sematan-${String(size.width)}`);
    }
    await frame.getByRole('link', { name: 'WA Broadcast' }).first().click();
    await frame.getByRole('link', { name: 'Tambah' }).first().click();
    await frame.getByLabel('Judul').fill('Jadwal kontrol');
    await frame.getByLabel('Isi pesan').fill('Yth. {nama}, jadwal kontrol Anda besok.');
    await frame.getByLabel('Nomor penerima').fill(patients(1, 20));
    await frame.getByText(/^20 valid · /u).waitFor();
    await expectHeard(page, { type: 'wa:dirty', payload: { dirty: true } });
    await frame.getByRole('button', { name: 'Simpan' }).click();
    const details = frame.getByRole('dialog', { name: 'Detail Penerima' });
    await details.getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await details.getByRole('button', { name: 'Kirim Pesan' }).click();
    const send = frame.getByRole('dialog', { name: 'Kirim Pesan' });
    await send.getByText('Poli Anak').first().waitFor();
    await picture(page, 'sematan-kirim-1280');
    await send.getByRole('button', { name: 'Kirim', exact: true }).click();
    await details.getByText(/^20 selesai: /u).waitFor({ timeout: 60_000 });

    const saved = page.waitForEvent('download');
    await details.getByRole('link', { name: 'Unduh hasil (.xlsx)' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/u);

    expect(await page.context().cookies()).toEqual([]);
    const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';
    const inside = page.frames().find((one) => one.url().startsWith(walk.product().url));
    expect(await inside?.evaluate<string>(kept)).toBe('[{},{},""]');
    // Nothing about a patient went out: no number, no name, no text.
    const told = JSON.stringify(await heard(page));
    for (const secret of ['0812', '62812', 'Pasien', 'kontrol', 'Sari', 'Poli']) {
      expect(told).not.toContain(secret);
    }
    expect(faults).toEqual([]);
  });

  it('sets theme and language, and asks nothing of pages that it does not know', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    await page.evaluate("say('wa:theme', { theme: 'dark' }); say('wa:lang', { lang: 'en' })");
    await frame.getByRole('link', { name: 'WA Broadcast' }).first().waitFor();
    await frame.locator('html[data-theme=dark][lang=en]').waitFor();
    await page.evaluate(
      "say('wa:theme', { theme: '<b>' }); say('wa:lang', { lang: 'xx' }); say('wa:none', {})",
    );
    await frame.locator('html[data-theme=dark][lang=en]').waitFor();
    // From another window than the parent, also of the right origin: not heard.
    await page.evaluate(
      `new Promise((done) => { const other = document.createElement('iframe'); other.srcdoc =
        "<script>parent.frames[0].postMessage({v:1,type:'wa:logout'}, '*')<\\/script>";
        other.onload = () => setTimeout(done, 300); document.body.append(other); })`,
    );
    await startPage(frame)
      .or(frame.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
    expect(await frame.getByText('Session over').count()).toBe(0);
  });

  it('follows the height of the content and comes to rest', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    await expectHeard(page, { type: 'wa:resize' });
    const resizes = async () => (await heard(page)).filter(({ type }) => type === 'wa:resize');
    await page.evaluate('new Promise((done) => setTimeout(done, 1500))');
    const settled = await resizes();
    await page.evaluate('new Promise((done) => setTimeout(done, 1000))');
    expect(await resizes()).toEqual(settled);
    expect(settled.length).toBeLessThan(6);
    // As high as its window, whatever that is: nothing grows either.
    await page.evaluate("document.querySelector('iframe').style.cssText = 'height:100vh'");
    await page.evaluate('new Promise((done) => setTimeout(done, 1000))');
    expect((await resizes()).length - settled.length).toBeLessThan(2);
  });

  it('answers for its person again, with a token that works once', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    const renewal = page.waitForResponse((answer) => answer.url().endsWith('/api/frame/renewal'));
    await page.evaluate('renew()');
    expect((await renewal).status()).toBe(200);
    const next = page.waitForResponse((answer) => answer.url().endsWith('/api/devices'));
    await frame.getByRole('link', { name: 'WA Connected' }).first().click();
    expect((await next).status()).toBe(200);
  });

  it('ends the session from its server, and the screen shows nothing of it any more', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    await frame.getByRole('link', { name: 'WA Broadcast' }).first().click();
    await frame.getByText('Jadwal kontrol').first().waitFor();
    const begin = Date.now();
    expect(await site.logOut()).toBe(200);
    const server = Date.now() - begin;
    await frame.getByRole('heading', { name: 'Sesi berakhir' }).waitFor();
    const screen = Date.now() - begin;
    process.stdout.write(`logout: server ${String(server)} ms, screen ${String(screen)} ms\n`);
    expect(server).toBeLessThan(2_000);
    expect(screen).toBeLessThan(10_000);
    expect(await frame.locator('body').innerText()).not.toContain('Jadwal');
    await picture(page, 'sematan-berakhir-1280');
  });

  it('ends it with a word to the frame, too', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    site.isLoggedIn = false;
    await page.evaluate('renew()');
    await frame.getByRole('heading', { name: 'Sesi berakhir' }).waitFor();
    site.isLoggedIn = true;
  });

  it.each([
    ['under a name that nobody allowed', () => site.foreignOrigin, 'iframe[name=wa]'],
    ['in a frame of a foreign page', () => `${site.foreignOrigin}/nested`, 'iframe[name=outer]'],
  ])('shows nothing %s', async (_, address, outer) => {
    allowRefusal(/frame-ancestors/u);
    const { page } = await openPage(strict);
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/embed/session'));
    await page.goto(address());
    await answered;
    const frame = page.frameLocator(outer);
    const inner = outer.includes('outer') ? frame.frameLocator('iframe[name=wa]') : frame;
    await page.evaluate('new Promise((done) => setTimeout(done, 500))');
    expect(await inner.getByRole('heading').count()).toBe(0);
    expect(page.frames().some((one) => one.url().startsWith(walk.product().url))).toBe(false);
  });

  it.each([
    ['no-referrer', '?referrer=no-referrer'],
    ['same-origin', '?referrer=same-origin'],
  ])('is told what is wrong with Referrer-Policy: %s', async (_, query) => {
    const { page, frame } = await opened(`${site.origin}/${query}`);
    await frame.getByText('strict-origin-when-cross-origin').waitFor();
    await frame.getByText('EMBED.ORIGIN_UNKNOWN').waitFor();
    await picture(page, 'sematan-asal-tidak-dikenal-1280');
  });

  it('says after a reload of the frame where it opens from', async () => {
    const { page, frame } = await opened();
    await startPage(frame).waitFor();
    await frame.getByRole('link', { name: 'WA Broadcast' }).first().click();
    const inside = page.frames().find((one) => one.url().startsWith(walk.product().url));
    await inside?.evaluate('location.reload()');
    await frame.getByText(/EMBED\.(TOKEN_USED|ENTRY_OVER)/u).waitFor();
  });
});

/** Waits until the frame has told the page this. */
async function expectHeard(page: Page, told: Partial<Heard>): Promise<void> {
  const wanted = JSON.stringify(told);
  await page.waitForFunction(
    `heard.some((one) => { const wanted = ${wanted}; return one.type === wanted.type &&
      Object.entries(wanted.payload ?? {}).every(([key, value]) => one.payload[key] === value); })`,
  );
}
