import { describe, expect, it } from '@jest/globals';
import { detailsOf, writeMessage } from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

describe('Jangan kirim', () => {
  const walk = useWalk({ PRACTICE_SEED: 'do-not-contact' });

  it('adds, finds and removes a number, and messages leave it out meanwhile', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(page, url, { name: 'Poli Anak', phone: '0812-0000-0001' });
    await page.getByRole('link', { name: 'Jangan kirim' }).first().click();
    await page.getByText('Belum ada nomor.').waitFor();
    await inspect(page, 'jangan-kirim-kosong');

    await page.getByRole('button', { name: 'Tambah nomor' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Tambah nomor' });
    await dialog.getByLabel('Nomor WA').fill('belum ada');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText('bukan nomor telepon').waitFor();
    await dialog.getByLabel('Nomor WA').fill('0812-0000-0011');
    await dialog.getByLabel('Catatan').fill('Minta lewat telepon, 25 November');
    await inspect(page, 'jangan-kirim-tambah');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Nomor ditambahkan. Pesan berikutnya melewatinya.').waitFor();
    await page.getByRole('row', { name: /Minta lewat telepon/u }).waitFor();

    const search = page.getByLabel('Periksa satu nomor');
    await search.fill('0812-0000-0012');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('Nomor ini tidak ada di daftar, jadi tetap dikirimi pesan.').waitFor();
    await inspect(page, 'jangan-kirim-tidak-ada');
    await search.fill('+62 812 0000 0011');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('row', { name: /Minta lewat telepon/u }).waitFor();
    await inspect(page, 'jangan-kirim');

    const recipients = '0812-0000-0011|Ibu Sari\n0812-0000-0012|Pak Budi';
    await writeMessage(page, url, { title: 'Libur', text: 'Poli libur.', recipients });
    await page
      .getByText(/1 dilewati \(berhenti\)/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await detailsOf(page)
      .getByRole('row', { name: /Ibu Sari/u })
      .getByText('dilewati (berhenti)')
      .waitFor();
    await inspect(page, 'detail-penerima-berhenti');
    await page.goto(`${url}/jangan-kirim`);

    await page.getByRole('button', { name: /^Hapus .* dari daftar$/u }).click();
    const sure = page.getByRole('dialog');
    await sure.getByText('Nomor ini akan dikirimi pesan lagi').waitFor();
    await inspect(page, 'jangan-kirim-hapus');
    await sure.getByRole('button', { name: 'Hapus' }).click();
    await page.getByText('Nomor dihapus dari daftar.').waitFor();
    await page.getByText('Belum ada nomor.').waitFor();
    expect(faults).toEqual([]);
  });
});
