import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage } from './support/browser.js';
import { detailsOf, writeMessage } from './support/broadcasts.js';
import { enter, tabTo, typeInto } from './support/keyboard.js';
import { ADMIN, inspect, useWalk } from './support/walk.js';

describe('Languages and looks', () => {
  const walk = useWalk({ PRACTICE_SEED: 'looks', PRACTICE_PACE_SECONDS: '0.02-0.05' });

  it('the whole walk by Tab, Enter and Escape alone', async () => {
    const { page, faults } = await openPage(walk.browser());
    await page.goto(`${walk.product().url}/login`);
    await page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();
    await typeInto(page, 'Nama pengguna', ADMIN.username);
    await typeInto(page, 'Kata sandi', ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();

    await enter(page, /WA Connected$/u);
    await enter(page, /Tambah$/u);
    await page.getByRole('heading', { level: 1, name: /^Tambah Device/u }).waitFor();
    await typeInto(page, /^Nama Device/u, 'Poli Paru');
    await typeInto(page, /^Nomor WA/u, '081200000001');
    await page.keyboard.press('Enter');
    await page.getByText('Device berhasil ditambahkan.').waitFor();
    await enter(page, /Scan Barcode sekarang$/u);
    await page.getByRole('button', { name: 'Simulasi scan' }).waitFor();
    await enter(page, /Simulasi scan$/u);
    await page.getByText('Poli Paru sudah authenticated').waitFor();

    await enter(page, /Tulis pesan$/u);
    await page.getByRole('heading', { level: 1, name: 'Tambah Pesan' }).waitFor();
    await typeInto(page, /^Judul/u, 'Tanpa mouse');
    await typeInto(page, /^Isi pesan/u, 'Halo {nama}.');
    await typeInto(page, /^Nomor penerima/u, '0812-0000-0011|Ibu Sari');
    await page.getByText('1 valid · 0 ganda · 0 ditolak').waitFor();
    await enter(page, /Simpan$/u);
    await detailsOf(page).getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
    await enter(page, /Konfirmasi$/u);
    await detailsOf(page).getByText('Langkah 3 dari 3: Kirim Pesan').waitFor();

    await enter(page, /Kirim Pesan$/u);
    const dialog = page.getByRole('dialog', { name: 'Kirim Pesan' });
    await dialog.getByText('1 penerima').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // The focus is back on the button that opened it.
    await page.keyboard.press('Enter');
    await dialog.getByText('1 penerima').waitFor();
    await enter(page, /Kirim$/u);
    await detailsOf(page)
      .getByText(/^1 selesai: /u)
      .waitFor();
    await page.keyboard.press('Escape');
    await detailsOf(page).waitFor({ state: 'detached' });
    await tabTo(page, 'Detail Penerima: Tanpa mouse');
    expect(faults).toEqual([]);
  });

  it('English without losing what was written, in the refusals as well', async () => {
    const { page, faults } = await walk.loggedIn();
    const url = walk.product().url;
    const recipients = '0812-0000-0011|Ibu Sari\nbelum ada';
    await writeMessage(page, url, { title: 'Libur', text: 'Halo {nama}.', recipients });
    await page.getByRole('button', { name: 'Bahasa' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add message' }).waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Libur');
    expect(await page.getByLabel('Text of the message').inputValue()).toBe('Halo {nama}.');
    await page.getByText('1 valid · 0 repeated · 1 rejected').waitFor();
    await inspect(page, 'english');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog', { name: 'Recipients' }).waitFor();
    await inspect(page, 'english-details');
    await page.reload();
    await page.getByRole('dialog', { name: 'Recipients' }).waitFor();
    await page.goto(`${url}/wa-connected/tambah`);
    await page.getByLabel('Device name').fill('Poli Paru');
    await page.getByLabel('WA number').fill('081200000001');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This number was already added as Poli Paru.').waitFor();
    expect(faults).toEqual([]);
  });

  it('dark on every page, with contrasts that hold', async () => {
    const { page, faults } = await walk.loggedIn();
    await page.getByRole('button', { name: 'Tampilan' }).click();
    await page.getByRole('menuitemradio', { name: 'Gelap' }).click();
    for (const [address, shown, name] of DARK_PAGES) {
      await page.goto(`${walk.product().url}${address}`);
      await page.getByText(shown).first().waitFor();
      await inspect(page, `gelap-${name}`);
      expect(await isDark(page)).toBe(true);
    }
    await page.goto(`${walk.product().url}/wa-broadcast`);
    await page.getByRole('link', { name: 'Detail Penerima: Tanpa mouse' }).click();
    await detailsOf(page)
      .getByText(/^1 selesai: /u)
      .waitFor();
    await inspect(page, 'gelap-detail-penerima');
    expect(faults).toEqual([]);
  });
});

/** Address, a text that shows it is there, and the name of its picture. */
const DARK_PAGES = [
  ['/', '1 dari 1 nomor siap', 'modul-wa'],
  ['/wa-connected', 'authenticated', 'wa-connected'],
  ['/wa-connected/tambah', 'Nama Device', 'tambah-device'],
  ['/wa-broadcast', 'Tanpa mouse', 'wa-broadcast'],
  ['/wa-broadcast/tambah', 'Isi pesan', 'tambah-pesan'],
  ['/jangan-kirim', 'Belum ada nomor', 'jangan-kirim'],
  ['/panduan', 'Hapus Koneksi', 'panduan'],
] as const;

/** Whether the page is drawn dark; as text, since it runs in the page and not here. */
function isDark(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/gu).map(Number);
    return red + green + blue < 3 * 64;
  })()`);
}
