import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { WatchedPage } from './support/browser.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { chooseSheet } from './support/sheets.js';
import { downloadRows, downloadSheet } from './support/workbook.js';
import { inspect, useWalk } from './support/walk.js';

const TITLE = 'Pengingat jadwal kontrol';
const TEXT =
  'Yth. *{nama}*,\n\nKami ingatkan jadwal kontrol Anda di {poli} pada {tanggal_kontrol}.\nBalas pesan ini bila Anda berhalangan.';

/** Seconds that 60 practice messages may take on a busy machine, in milliseconds. */
const SENDING_LIMIT_MS = 90_000;

describe('WA Broadcast', () => {
  // With this seed, of the 60 patients of the sheet 52 get the message, 2 are refused, 3 are not on
  // WhatsApp and 3 stay uncertain; a second try succeeds.
  const walk = useWalk({ PRACTICE_SEED: 'walk-2991', PRACTICE_PACE_SECONDS: '0.1-0.2' });
  let watched: WatchedPage;
  const details = (page = watched.page) => page.getByRole('dialog', { name: 'Detail Penerima' });

  beforeAll(async () => {
    watched = await walk.loggedIn();
    const device = { name: 'Poli Anak', phone: '0812-0000-0001' };
    await linkPracticeDevice(watched.page, walk.product().url, device);
  }, 60_000);

  it('Tambah Pesan: Upload Excel tells the fate of every row before Simpan', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'WA Broadcast' }).first().click();
    await page.getByText('Belum ada pesan.').waitFor();
    await inspect(page, 'wa-broadcast-kosong');
    await page.getByText('Bantuan halaman ini').click();

    await page.getByRole('link', { name: 'Tambah' }).first().click();
    await page.getByLabel('Judul').fill(TITLE);
    await page.getByLabel('Isi pesan').fill(TEXT);
    await page.getByRole('radio', { name: 'Upload Excel' }).click();
    await inspect(page, 'tambah-pesan-excel', page.getByText('50 pasien rekaan'));
    await chooseSheet(page, 'openpyxl-pasien.xlsx');
    await page.getByText('Kolom mana yang berisi nomor WA?').waitFor();
    await inspect(page, 'tambah-pesan-kolom', page.getByText('Baca daftar ini'));
    await page.getByRole('button', { name: 'Baca daftar ini' }).click();

    await page.getByText('openpyxl-pasien.xlsx: 66 baris').waitFor();
    await page.getByRole('tab', { name: 'Valid (60)' }).waitFor();
    await page.getByRole('tab', { name: 'Ganda (3)' }).click();
    await page.getByRole('row', { name: /^62 / }).getByText('baris 6').waitFor();
    await page.getByRole('tab', { name: 'Ditolak (3)' }).click();
    await page.getByRole('row', { name: /^65 / }).getByText('belum ada').first().waitFor();
    await inspect(page, 'tambah-pesan-laporan', page.getByText('Unduh baris yang ditolak'));
    const rejected = await downloadRows(page, 'Unduh baris yang ditolak');
    // Doubles go with them: both are rows that will get no message.
    expect(rejected).toHaveLength(1 + 3 + 3);
    expect(rejected).toContainEqual([
      '65',
      'belum ada',
      'Tanpa Nomor',
      expect.stringContaining('65'),
    ]);
  });

  it('Tambah Pesan: shows the first messages as they will be sent', async () => {
    const { page } = watched;
    await page.getByText('Yth. Sari Contoh').waitFor();
    await page.getByText('di Poli Anak pada 01/11/2026').waitFor();
    await page.getByRole('button', { name: 'Penerima berikutnya' }).click();
    await page.getByText('Yth. Budi Contoh').waitFor();
    await inspect(page, 'tambah-pesan', page.getByRole('heading', { level: 1 }));
  });

  it('Detail Penerima: Konfirmasi after Simpan', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: 'Simpan' }).click();
    await details().getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
    await details().getByText('belum dikonfirmasi').first().waitFor();
    expect(await details().getByRole('button', { name: 'Kirim Pesan' }).count()).toBe(0);
    await inspect(page, 'detail-penerima');
    await details().getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await details().getByText('Langkah 3 dari 3: Kirim Pesan').waitFor();
    await details()
      .getByText(/confirmed oleh Administrator/u)
      .waitFor();
    await details()
      .getByRole('row', { name: /Sari Contoh/u })
      .getByText('confirmed')
      .waitFor();
    await inspect(page, 'detail-penerima-confirmed');
    await details().getByRole('button', { name: 'CLOSE' }).click();
    await page
      .getByRole('row', { name: new RegExp(TITLE, 'u') })
      .getByText('confirmed')
      .waitFor();
    await inspect(page, 'wa-broadcast');
  });

  it('Kirim Pesan: progress that survives a reload and a closed tab, then a summary', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: `Kirim Pesan: ${TITLE}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Kirim Pesan' });
    await dialog.getByText('60 penerima').waitFor();
    await dialog.getByText('tidak ada pesan yang benar-benar terkirim').waitFor();
    await inspect(page, 'kirim-pesan');
    await dialog.getByRole('button', { name: 'Kirim', exact: true }).click();
    await page.getByRole('button', { name: `Jeda: ${TITLE}` }).waitFor();
    await inspect(page, 'wa-broadcast-sedang-dikirim');

    await page.getByRole('link', { name: `Detail Penerima: ${TITLE}` }).click();
    await details()
      .getByText(/^2\d dari 60/u)
      .waitFor();
    await inspect(page, 'sedang-dikirim');
    const before = await doneOf(page);
    await page.reload();
    await details().getByText('dari 60').first().waitFor();
    expect(await doneOf(page)).toBeGreaterThanOrEqual(before);

    const address = page.url();
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await details(again)
      .getByText('60 selesai: 52 terkirim, 2 gagal, 3 dilewati, 3 tidak pasti')
      .waitFor({ timeout: SENDING_LIMIT_MS });
    watched = { page: again, faults: watched.faults };
    await inspect(again, 'selesai');
  });

  it('Kirim Pesan: the results as a workbook, one row and one fate for every recipient', async () => {
    const { fileName, rows, formulas } = await downloadSheet(watched.page, 'Unduh hasil (.xlsx)');
    expect(fileName).toBe('hasil-pengiriman.xlsx');
    expect(formulas).toBe(0);
    const [headers, ...recipients] = rows;
    expect(headers).toEqual(['No', 'Nama', 'Nomor', 'Status', 'Waktu', 'Alasan', 'Percobaan']);
    expect(new Set(recipients.map(([, , phone]) => phone)).size).toBe(60);
    const fates = countBy(recipients.map(([, , , status]) => fateOf(String(status))));
    expect(fates).toEqual({ terkirim: 52, gagal: 2, dilewati: 3, 'tidak pasti': 3 });
    expect(recipients[1]).toEqual([
      '2',
      'Budi Contoh',
      '+6281200000101',
      'tidak pasti',
      expect.stringContaining('WIB'),
      'WhatsApp tidak memberi jawaban setelah pesan ini dikirim',
      '1',
    ]);
  });

  it('Kirim Pesan: a person decides about what is uncertain', async () => {
    const { page } = watched;
    await details().getByRole('button', { name: 'Lihat yang 3 tidak pasti' }).click();
    await details().getByRole('button', { name: 'Putuskan untuk Budi Contoh' }).click();
    await details().getByText('Buka chat ini di HP pengirim, lalu pilih:').waitFor();
    await inspect(page, 'tidak-pasti', details().getByText('Biarkan: status tetap tidak pasti'));
    await details().getByRole('button', { name: 'Tandai terkirim' }).click();
    await details()
      .getByText('60 selesai: 53 terkirim, 2 gagal, 3 dilewati, 2 tidak pasti')
      .waitFor();

    await details().getByRole('button', { name: 'Putuskan untuk Dewi Rekaan' }).click();
    await details().getByRole('button', { name: 'Biarkan' }).click();
    await details()
      .getByText(/dibiarkan oleh Administrator/u)
      .waitFor();

    await details().getByRole('button', { name: 'Putuskan untuk Maya Rekaan' }).click();
    await details().getByRole('button', { name: 'Kirim ulang (bisa terkirim dua kali)' }).click();
    await details()
      .getByText('60 selesai: 54 terkirim, 2 gagal, 3 dilewati, 1 tidak pasti')
      .waitFor({ timeout: SENDING_LIMIT_MS });
    await details().getByLabel('Cari nama atau nomor').fill('Budi Contoh');
    await details()
      .getByRole('button', { name: /^semua/u })
      .click();
    await details()
      .getByText(/ditandai terkirim oleh Administrator/u)
      .waitFor();
  });

  it('Kirim Pesan: resends the failed, and only those', async () => {
    await details().getByRole('button', { name: 'Kirim ulang yang gagal' }).click();
    await watched.page.getByText('2 penerima masuk antrean lagi.').waitFor();
    await details()
      .getByText('60 selesai: 56 terkirim, 3 dilewati, 1 tidak pasti')
      .waitFor({ timeout: SENDING_LIMIT_MS });
    await details()
      .getByRole('button', { name: 'Kirim ulang yang gagal' })
      .waitFor({ state: 'detached' });
  });

  it('Hapus Pesan: says what goes with it, then deletes', async () => {
    const { page, faults } = watched;
    await details().getByRole('button', { name: 'CLOSE' }).click();
    await page.getByRole('button', { name: `Hapus Pesan: ${TITLE}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Hapus Pesan?' });
    await dialog.getByText('Pesan ini dan 60 penerimanya akan dihapus.').waitFor();
    await inspect(page, 'hapus-pesan');
    await dialog.getByRole('button', { name: 'Hapus Pesan' }).click();
    await page.getByText('Belum ada pesan.').waitFor();
    expect(faults).toEqual([]);
  });
});

/** How many recipients Detail Penerima says are done, of "12 dari 60". */
async function doneOf(page: Page): Promise<number> {
  const said = await page.getByRole('dialog').getByText('dari 60').first().textContent();
  return Number(/\d+/u.exec(said ?? '')?.[0]);
}

/** Receipts come while the file is made: what arrived counts as sent. */
function fateOf(status: string): string {
  return status === 'sampai' || status === 'dibaca' ? 'terkirim' : status;
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
