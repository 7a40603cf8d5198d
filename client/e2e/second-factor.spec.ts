import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Connection from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { Authenticator } from './support/authenticator.js';
import { openPage } from './support/browser.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { readQr } from './support/qr.js';
import { ADMIN, fillLogin, inspect, useWalk } from './support/walk.js';

describe('Verifikasi dua langkah', () => {
  const walk = useWalk({ PRACTICE_SEED: 'second-factor' });
  const factor = (page: Page) => page.getByRole('region', { name: 'Verifikasi dua langkah' });
  const codeField = (page: Page) => page.getByLabel('Kode 6 angka');
  const proof = (page: Page) => page.getByRole('dialog', { name: 'Masukkan kata sandi lagi' });

  /** As if everybody had typed their password long ago. */
  function passTime(): void {
    const database = new Connection(join(walk.product().dataDir, 'prima.db'));
    database.pragma('busy_timeout = 5000');
    database.prepare('UPDATE sessions SET proved_at = 0').run();
    database.close();
  }

  it('asks for the password again before Hapus Koneksi, and then goes on where it was', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(page, url, { name: 'Poli Anak', phone: '081200000900' });
    await page.goto(`${url}/wa-connected`);
    passTime();
    await page.getByRole('button', { name: /^Hapus Koneksi/u }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await proof(page).waitFor();
    await inspect(page, 'kata-sandi-lagi');
    await proof(page).getByLabel('Kata sandi', { exact: true }).fill('kata sandi yang salah');
    await proof(page).getByRole('button', { name: 'Lanjut' }).click();
    await proof(page).getByText('Kata sandi sekarang salah.').waitFor();
    await proof(page).getByLabel('Kata sandi', { exact: true }).fill(ADMIN.password);
    await proof(page).getByRole('button', { name: 'Lanjut' }).click();
    await proof(page).waitFor({ state: 'detached' });
    await page.getByText('Belum ada device').waitFor();
    expect(faults).toEqual([]);
  });

  it('is switched on with a phone, asked for at login, helped out by a paper, and switched off', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await page.goto(`${url}/akun`);
    await factor(page).getByRole('button', { name: 'Aktifkan' }).click();
    const qr = page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' });
    await qr.waitFor();
    await inspect(page, 'langkah-kedua-pindai', qr);
    await qr.scrollIntoViewIfNeeded();
    const phone = new Authenticator(await readQr(page));
    await codeField(page).fill('000000');
    await factor(page).getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByText('Kode salah atau sudah pernah dipakai.').waitFor();
    await codeField(page).fill(await phone.freshCode());
    await factor(page).getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByText('Simpan sekarang').waitFor();
    await inspect(page, 'kode-pemulihan', factor(page));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh' }).click(),
    ]);
    const saved = await readFile(await file.path(), 'utf8');
    const papers = saved.match(/\w{4}(-\w{4}){3}/gu) ?? [];
    expect([file.suggestedFilename(), papers.length]).toEqual(['kode-pemulihan-admin.txt', 10]);
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('Kode pemulihan tersisa: 10.').waitFor();
    await inspect(page, 'akun-langkah-kedua', factor(page));

    const other = await openPage(walk.browser());
    await other.page.goto(`${url}/login?returnUrl=%2Fwa-connected`);
    await fillLogin(other.page, ADMIN.username, ADMIN.password);
    await other.page.getByRole('heading', { name: 'Masukkan kode verifikasi' }).waitFor();
    await inspect(other.page, 'login-kode');
    await codeField(other.page).fill(await phone.freshCode());
    await other.page.getByRole('button', { name: 'Lanjut' }).click();
    await other.page.getByRole('heading', { level: 1, name: 'WA Connected' }).waitFor();

    passTime();
    await other.page.goto(`${url}/pengguna`);
    await other.page.getByRole('button', { name: 'Tambah pengguna' }).click();
    await other.page.getByRole('dialog').getByLabel('Nama pengguna').fill('budi');
    await other.page.getByRole('button', { name: 'Buat undangan' }).click();
    await proof(other.page).getByLabel('Kata sandi', { exact: true }).fill(ADMIN.password);
    await inspect(other.page, 'kata-sandi-dan-kode-lagi');
    // A paper will do here too, and spares the test the wait for another code of the phone.
    await codeField(other.page).fill(papers[2] ?? '');
    await proof(other.page).getByRole('button', { name: 'Lanjut' }).click();
    await other.page.getByRole('heading', { name: 'Undangan untuk budi' }).waitFor();

    const third = await openPage(walk.browser());
    await third.page.goto(`${url}/login`);
    await fillLogin(third.page, ADMIN.username, ADMIN.password);
    await third.page.getByRole('button', { name: 'Ponsel tidak ada?' }).click();
    await third.page.getByLabel('Kode pemulihan').fill(papers[0] ?? '');
    await inspect(third.page, 'login-kode-pemulihan');
    await third.page.getByRole('button', { name: 'Lanjut' }).click();
    await third.page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();

    await page.reload();
    await page.getByText('Kode pemulihan tersisa: 8.').waitFor();
    await factor(page).getByRole('button', { name: 'Nonaktifkan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ponsel tidak ada?' }).click();
    await dialog.getByLabel('Kode pemulihan').fill(papers[1] ?? '');
    await inspect(page, 'langkah-kedua-nonaktif');
    await dialog.getByRole('button', { name: 'Nonaktifkan' }).click();
    await factor(page).getByRole('button', { name: 'Aktifkan' }).waitFor();
    await other.page.reload();
    await other.page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();
    for (const one of [faults, other.faults, third.faults]) expect(one).toEqual([]);
  });

  it('is switched on first by who must, and then leads on', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await page.goto(`${url}/pengaturan`);
    await page.getByRole('radio', { name: /^Wajib/u }).check();
    await page.getByText('sebelum dapat bekerja lagi: Administrator.').waitFor();
    await inspect(page, 'pengaturan-langkah-kedua', page.getByRole('radio', { name: /^Wajib/u }));
    await page.getByRole('button', { name: 'Simpan' }).click();
    const qr = page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' });
    await qr.waitFor();
    await inspect(page, 'langkah-kedua-wajib', page.getByRole('heading', { level: 1 }));
    // Nothing else of the application can be reached.
    await page.goto(`${url}/wa-broadcast`);
    await qr.waitFor();
    await qr.scrollIntoViewIfNeeded();
    const phone = new Authenticator(await readQr(page));
    await codeField(page).fill(await phone.freshCode());
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByRole('heading', { level: 1, name: 'WA Broadcast' }).waitFor();
    expect(faults).toEqual([]);
  });
});
