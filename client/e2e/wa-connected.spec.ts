import { describe, expect, it } from '@jest/globals';
import { inspect, useWalk } from './support/walk.js';

const NUMBER = '0812-0000-0001';

describe('WA Connected', () => {
  const walk = useWalk({ PRACTICE_SEED: 'wa-connected' });

  it('adds a device, scans its barcode, and removes its connection', async () => {
    const { page, faults } = await walk.loggedIn();
    await page.getByRole('link', { name: 'WA Connected' }).first().click();
    await page.getByText('Belum ada device.').waitFor();
    await inspect(page, 'wa-connected-kosong');
    await page.getByText('Bantuan halaman ini').click();

    await page.getByRole('link', { name: 'Tambah' }).first().click();
    await page.getByLabel('Nama Device').fill('Poli Anak');
    await page.getByLabel('Nomor WA').fill(NUMBER);
    await page.getByText('Dibaca sebagai +62 812-0000-0001.').waitFor();
    await inspect(page, 'tambah-device');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Device berhasil ditambahkan.').waitFor();
    await inspect(page, 'tambah-device-berhasil');

    await page.getByRole('link', { name: 'redirect' }).click();
    const row = page.getByRole('row', { name: /Poli Anak/u });
    await row.getByText('disconnected').waitFor();
    await row.getByText('Latihan').waitFor();
    await inspect(page, 'wa-connected-disconnected');

    // The status itself leads to Scan Barcode, as in the seed.
    await row.getByRole('button', { name: /disconnected/u }).click();
    await page.getByText('menunggu di-scan').waitFor();
    await page.getByRole('img', { name: 'Kode QR untuk menautkan Poli Anak' }).waitFor();
    await inspect(page, 'scan-barcode');
    await page.getByRole('button', { name: 'Simulasi scan' }).click();
    await page.getByText('Poli Anak sudah authenticated dan siap mengirim.').waitFor();
    await inspect(page, 'scan-selesai');

    await page.getByRole('link', { name: 'Ke daftar device' }).click();
    await row.getByText('authenticated').waitFor();
    await inspect(page, 'wa-connected');

    await row.getByRole('button', { name: 'Hapus Koneksi Poli Anak' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Hapus koneksi Poli Anak?').waitFor();
    await inspect(page, 'hapus-koneksi');
    await dialog.getByRole('button', { name: 'OK' }).click();
    await page.getByText('Koneksi sudah tidak ada lagi').waitFor();
    await page.getByText('Belum ada device.').waitFor();
    expect(faults).toEqual([]);
  });

  it('refuses a number that was added, names its device, and leads to its barcode', async () => {
    const { page, faults } = await walk.loggedIn();
    const add = async (name: string, phone: string) => {
      await page.goto(`${walk.product().url}/wa-connected/tambah`);
      await page.getByLabel('Nama Device').fill(name);
      await page.getByLabel('Nomor WA').fill(phone);
      await page.getByRole('button', { name: 'Simpan' }).click();
    };
    await add('Poli Gigi', '+62 812 0000 0002');
    await page.getByText('Device berhasil ditambahkan.').waitFor();

    await add('Poli Lain', '081200000002');
    await page.getByText('Nomor ini sudah ditambahkan sebagai Poli Gigi.').waitFor();
    await inspect(page, 'tambah-device-error');
    await page.getByRole('link', { name: 'Scan Barcode Poli Gigi' }).click();
    // Leaving a form that was filled in asks first.
    await page.getByRole('button', { name: 'Tinggalkan' }).click();
    await page.getByText('Poli Gigi · +62 812-0000-0002').waitFor();
    expect(faults).toEqual([]);
  });

  it('says what is wrong with a number, next to it', async () => {
    const { page } = await walk.loggedIn();
    await page.goto(`${walk.product().url}/wa-connected/tambah`);
    await page.getByLabel('Nama Device').fill('Poli Salah');
    await page.getByLabel('Nomor WA').fill('belum ada');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('bukan nomor telepon').waitFor();
    expect(new URL(page.url()).pathname).toBe('/wa-connected/tambah');
  });

  it('shows a status change of one tab in another, without a reload', async () => {
    const first = await walk.loggedIn();
    const second = await walk.loggedIn();
    await second.page.goto(`${walk.product().url}/wa-connected`);
    await first.page.goto(`${walk.product().url}/wa-connected`);
    const row = first.page.getByRole('row', { name: /Poli Gigi/u });
    await row.getByRole('link', { name: /Scan Barcode/u }).click();
    await first.page.getByRole('button', { name: 'Simulasi scan' }).click();
    await second.page
      .getByRole('row', { name: /Poli Gigi/u })
      .getByText('authenticated')
      .waitFor();
  });

  it('speaks English after a switch without losing what was typed', async () => {
    const { page } = await walk.loggedIn();
    await page.goto(`${walk.product().url}/wa-connected/tambah`);
    await page.getByLabel('Nama Device').fill('Poli Mata');
    await page.getByRole('button', { name: 'Bahasa' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Add practice device' }).waitFor();
    expect(await page.getByLabel('Device name').inputValue()).toBe('Poli Mata');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
