import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.js';
import { startProduct } from './support/product.js';
import type { Product } from './support/product.js';
import { ADMIN, fillLogin, inspect, useWalk } from './support/walk.js';

describe('Penyiapan', () => {
  jest.setTimeout(120_000);
  let product: Product | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await product?.dispose();
  });

  it('makes the first administrator by the printed link, which works once', async () => {
    if (!product || !browser) throw new Error('Not started');
    const link = /http:\/\/\S+\/setup\?token=\S+/u.exec(product.output())?.[0] ?? '';
    const { page, faults } = await openPage(browser);
    await page.goto(product.url);
    await page.getByText('Belum ada pengguna. Buka tautan penyiapan').waitFor();
    await page.goto(link);
    await page.getByText('Buat administrator pertama.').waitFor();
    await inspect(page, 'penyiapan');
    await page.getByLabel('Nama', { exact: true }).fill('Sari Dewi');
    await page.getByLabel('Nama pengguna').fill('sari.dewi');
    await page.getByLabel('Kata sandi', { exact: true }).fill(ADMIN.password);
    await page.getByLabel('Ulangi kata sandi').fill('bukan yang sama');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Belum sama dengan kata sandi di atas.').waitFor();
    await page.getByLabel('Ulangi kata sandi').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();

    await page.goto(link);
    await page.getByText('Penyiapan sudah selesai. Silakan login.').waitFor();
    expect(faults).toEqual([]);
  });
});

describe('Login', () => {
  const walk = useWalk({ PRACTICE_SEED: 'login' });

  it('says one sentence for every reason, and leads on to where one wanted to go', async () => {
    const { page, faults } = await openPage(walk.browser());
    await page.goto(`${walk.product().url}/wa-connected/tambah`);
    await page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();
    await inspect(page, 'login');
    for (const username of [ADMIN.username, 'tidak.ada']) {
      await fillLogin(page, username, 'kata sandi yang salah');
      await page.getByText('Nama pengguna atau kata sandi salah.').waitFor();
    }
    await inspect(page, 'login-salah');
    await fillLogin(page, ADMIN.username, ADMIN.password);
    await page.getByRole('heading', { name: 'Tambah Device' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/wa-connected/tambah');
    expect(faults).toEqual([]);
  });

  it('shows the two cards, keeps the session over a reload, and ends it with Keluar', async () => {
    const { page, faults } = await walk.loggedIn();
    await page.getByText('Belum ada nomor.').waitFor();
    await page.getByText('Belum ada pesan.').waitFor();
    await inspect(page, 'modul-wa');
    await page.reload();
    await page.getByText('Belum ada nomor.').waitFor();

    await page.getByRole('button', { name: 'Akun Administrator' }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();
    await page.goto(`${walk.product().url}/wa-broadcast`);
    await page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('leads from an address that does not exist back to the start', async () => {
    const { page, faults } = await walk.loggedIn();
    await page.goto(`${walk.product().url}/tidak/ada`);
    await page.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor();
    await inspect(page, 'tidak-ditemukan');
    await page.getByRole('link', { name: 'Ke halaman awal' }).click();
    await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
    expect(faults).toEqual([]);
  });
});
