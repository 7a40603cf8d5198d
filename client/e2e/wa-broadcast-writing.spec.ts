import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WatchedPage } from './support/browser.js';
import { detailsOf, writeMessage } from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { chooseSheet } from './support/sheets.js';
import { inspect, useWalk } from './support/walk.js';

const TITLE = 'Jadwal libur poli';

describe('WA Broadcast: Tambah, Edit and Hapus Pesan', () => {
  const walk = useWalk({ PRACTICE_SEED: 'writing' });
  let watched: WatchedPage;

  beforeAll(async () => {
    watched = await walk.loggedIn();
    const device = { name: 'Poli Gigi', phone: '0812-0000-0001' };
    await linkPracticeDevice(watched.page, walk.product().url, device);
  }, 60_000);

  it('counts Freetext while it is typed, and says why a line is not used', async () => {
    const { page } = watched;
    await writeMessage(page, walk.product().url, {
      title: TITLE,
      text: 'Yth. {nama}, poli kami libur pada {var1}.',
      recipients: [
        '0812-0000-0011|Ibu Sari|1 Januari',
        '+62 812 0000 0012|Pak Budi|2 Januari',
        '812.0000.0011|Ibu Sari lagi|3 Januari',
        'belum ada|Pak Agus|4 Januari',
      ].join('\n'),
    });
    await page.getByText('2 valid · 1 ganda · 1 ditolak').waitFor();
    await page.getByText("Baris 4: 'belum ada' bukan nomor telepon").waitFor();
    await page.getByText('Yth. Ibu Sari, poli kami libur pada 1 Januari.').waitFor();
    await page.getByText('2 penerima akan dikirimi').waitFor();
    await inspect(page, 'tambah-pesan-freetext', page.getByText('Baris yang tidak dipakai'));
  });

  it('suggests the variable that was meant', async () => {
    const { page } = watched;
    const text = page.getByLabel('Isi pesan');
    await text.fill('Yth. {nma}, poli kami libur pada {var1}.');
    await page.getByRole('button', { name: 'Ganti dengan {nama}' }).click();
    await page.getByText('Yth. Ibu Sari, poli kami libur pada 1 Januari.').waitFor();
    expect(await text.inputValue()).toBe('Yth. {nama}, poli kami libur pada {var1}.');
  });

  it('sends a test to one number', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Kirim tes ke nomor saya' }).click();
    await page.getByLabel('Nomor WA Anda').fill('0812-0000-0090');
    await inspect(page, 'kirim-tes', page.getByLabel('Nomor WA Anda'));
    await page.getByRole('button', { name: 'Kirim tes', exact: true }).click();
    await page.getByText('Tes terkirim ke +62 812-0000-0090. Periksa HP Anda.').waitFor();
  });

  it('asks before what was written is left behind', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'WA Connected' }).first().click();
    await page
      .getByRole('dialog')
      .getByText('Perubahan yang belum disimpan akan hilang.')
      .waitFor();
    await inspect(page, 'belum-disimpan');
    await page.getByRole('button', { name: 'Tetap di sini' }).click();
    expect(await page.getByLabel('Judul').inputValue()).toBe(TITLE);
  });

  it('asks before recipients are replaced by the other way', async () => {
    const { page } = watched;
    await page.getByRole('radio', { name: 'Upload Excel' }).click();
    await page.getByText('2 penerima sekarang akan diganti. Lanjut?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lanjut' }).click();
    await chooseSheet(page, 'libreoffice.ods');
    await page.getByText('bukan .xlsx atau .csv').waitFor();
    await chooseSheet(page, 'libreoffice.xlsx');
    await page.getByText('Kolom mana yang berisi nomor WA?').waitFor();
    // Somebody may know better than the headings.
    await page.getByLabel('Kolom nama').selectOption({ label: 'D: Poli' });
    await page.getByRole('button', { name: 'Baca daftar ini' }).click();
    await page.getByRole('tab', { name: 'Valid (4)' }).waitFor();
    await page.getByRole('tab', { name: 'Ditolak (1)' }).waitFor();
    await page.getByText('Yth. Anak,').waitFor();
  });

  it('keeps what was saved, and asks for Konfirmasi again after an edit', async () => {
    const { page } = watched;
    await page.getByLabel('Isi pesan').fill('Poli kami libur pada 1 Januari.');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await detailsOf(page).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await detailsOf(page).getByText('Langkah 3 dari 3: Kirim Pesan').waitFor();
    await detailsOf(page).getByRole('button', { name: 'CLOSE' }).click();

    await page.getByRole('link', { name: `Edit Pesan: ${TITLE}` }).click();
    await page.getByText('Setelah diubah, pesan ini perlu Konfirmasi lagi.').waitFor();
    await inspect(page, 'edit-pesan');
    await page.getByLabel('Isi pesan').fill('Poli kami libur pada 2 Januari.');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await detailsOf(page)
      .getByText(/Diubah oleh Administrator, .*: perlu Konfirmasi lagi\./u)
      .waitFor();
    await detailsOf(page).getByText('Poli kami libur pada 2 Januari.').waitFor();
    await detailsOf(page).getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
    await inspect(page, 'detail-penerima-diubah');
  });

  it('corrects and removes single recipients, which un-confirms as well', async () => {
    const { page } = watched;
    await detailsOf(page).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await detailsOf(page).getByText('Langkah 3 dari 3: Kirim Pesan').waitFor();
    await detailsOf(page).getByRole('button', { name: 'CLOSE' }).click();
    await page.getByRole('link', { name: `Edit Pesan: ${TITLE}` }).click();

    await page.getByRole('radio', { name: 'Freetext' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Perbaiki Mata' }).click();
    const dialog = page.getByRole('dialog', { name: 'Perbaiki penerima' });
    await dialog.getByLabel('Nomor WA').fill('0812-0000-0001');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText('Nomor ini sudah ada di daftar, pada baris 2.').waitFor();
    await dialog.getByLabel('Nomor WA').fill('0812-0000-0044');
    await inspect(page, 'perbaiki-penerima');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Penerima diperbaiki.').waitFor();
    await page.getByRole('row', { name: /\+62 812-0000-0044/u }).waitFor();

    await page.getByRole('button', { name: 'Hapus Mata' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('3 penerima tersimpan').waitFor();
    await page.goto(`${walk.product().url}/wa-broadcast`);
    await page
      .getByRole('row', { name: new RegExp(TITLE, 'u') })
      .getByText('draf')
      .waitFor();
  });

  it('says what to do where an address leads to nothing', async () => {
    const { page, faults } = watched;
    await page.goto(`${walk.product().url}/wa-broadcast/tidak-ada/penerima`);
    await detailsOf(page)
      .getByText(/tidak ada/u)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });
});
