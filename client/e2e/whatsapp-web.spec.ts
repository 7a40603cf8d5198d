import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openPage } from './support/browser.js';
import type { WatchedPage } from './support/browser.js';
import {
  confirmedMessage,
  detailsOf,
  sendDialogOf,
  sendFromDetails,
} from './support/broadcasts.js';
import { attach, makeFiles } from './support/files.js';
import type { ChosenFile } from './support/files.js';
import { scanScreen } from './support/qr.js';
import { chooseSheet } from './support/sheets.js';
import { downloadSheet } from './support/workbook.js';
import { ADMIN, inspect } from './support/walk.js';
import { account, addDevice, useWhatsapp } from './support/whatsapp.js';

const SENDER = { name: 'Poli Paru', phone: '0812-0000-0001' };
const SENDER_ACCOUNT = account(SENDER.phone);
const TITLE = 'Kontrol Poli Paru';
const TEXT =
  'Yth. *{nama}*,\n\njadwal kontrol Anda {tanggal_kontrol}.\nBalas BERHENTI bila tidak ingin menerima pesan lagi.';

/** Patients of `openpyxl-poli.xlsx` by their place in the list; the others get the message. */
const ABSENT = 3;
const REFUSED = 5;
const SILENT = 9;
const STOPS = 10;
/** Messages that went before the big list. */
const FIRST_MESSAGES = 2;
const numberOf = (place: number): string => `62812000002${String(place).padStart(2, '0')}`;

/** WhatsApp may say nothing about a message for 45 s before it is called uncertain. */
const SILENCE_MS = 75_000;

/** The engine for real WhatsApp in the built product, from an empty installation to the logout. */
describe('The whole walk with whatsapp-web.js', () => {
  // No administrator by the environment: the walk begins with the setup link. At any hour of the day.
  const walk = useWhatsapp({
    ADMIN_USERNAME: '',
    ADMIN_PASSWORD: '',
    WHATSAPP_ENGINES: 'whatsapp-web',
    PACE_SECONDS: '0.2-0.4',
    SEND_HOURS: 'off',
  });
  let watched: WatchedPage;
  let poster: ChosenFile;
  const details = () => detailsOf(watched.page);
  const row = (name: string) => details().getByRole('row', { name: new RegExp(name, 'u') });
  /** The messages of the big list that arrived. */
  const arrivals = () => walk.standIn().outbox().slice(FIRST_MESSAGES);
  const arrivedAt = (place: number) => arrivals().find(({ to }) => to === numberOf(place));

  beforeAll(async () => {
    watched = await openPage(walk.browser());
    poster = (await makeFiles(walk.browser())).image;
    const standIn = walk.standIn();
    // Levels above "sent" come when the test says so.
    await standIn.configure({ acks: [1] });
    standIn.setPresent(numberOf(ABSENT), false);
    standIn.fault(numberOf(REFUSED), 'refuse');
    standIn.fault(numberOf(SILENT), 'silent');
  }, 60_000);

  it('Penyiapan: makes the administrator by the printed link', async () => {
    const { page } = watched;
    await page.goto(/http:\/\/\S+\/setup\?token=\S+/u.exec(walk.product().output())?.[0] ?? '');
    await page.getByLabel('Nama', { exact: true }).fill('Sari Dewi');
    await page.getByLabel('Nama pengguna').fill('sari.dewi');
    await page.getByLabel('Kata sandi', { exact: true }).fill(ADMIN.password);
    await page.getByLabel('Ulangi kata sandi').fill(ADMIN.password);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
  });

  it('Scan Barcode: a phone scans the picture on the screen, and every tab sees it', async () => {
    const { page } = watched;
    const other = await page.context().newPage();
    await addDevice(page, walk.product().url, SENDER);
    await other.goto(`${walk.product().url}/wa-connected`);
    await other.getByText('disconnected').first().waitFor();
    await page.getByRole('img', { name: 'Kode QR untuk menautkan Poli Paru' }).waitFor();
    await inspect(page, 'scan-barcode-whatsapp');
    await scanScreen(page, walk.standIn(), SENDER_ACCOUNT);
    await page.getByText('Poli Paru sudah authenticated dan siap mengirim.').waitFor();
    await other
      .getByRole('row', { name: /Poli Paru/u })
      .getByText('authenticated')
      .waitFor();
    await other.close();
    expect(walk.standIn().linked(SENDER_ACCOUNT)).toBe(1);
  });

  it('Freetext: a first message to two', async () => {
    const { page } = watched;
    const recipients = `${numberOf(STOPS)}|Nanang Contoh\n${numberOf(0)}|Ratna Contoh`;
    const message = { title: 'Libur', text: 'Poli libur besok.', recipients };
    await confirmedMessage(page, walk.product().url, message);
    await sendFromDetails(page);
    await details().getByText('2 selesai: 2 terkirim').waitFor();
    expect(walk.standIn().outbox()).toMatchObject([
      { to: numberOf(STOPS), text: message.text, times: 1 },
      { to: numberOf(0), text: message.text, times: 1 },
    ]);
    await details().getByRole('button', { name: 'CLOSE' }).click();
  });

  it('Tambah Pesan: a list from Excel and a picture, with the preview of both', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Tambah' }).first().click();
    await page.getByLabel('Judul').fill(TITLE);
    await page.getByLabel('Isi pesan').fill(TEXT);
    await attach(page, poster);
    await page
      .getByRole('img', { name: `Gambar lampiran: ${poster.name}` })
      .first()
      .waitFor();
    await page.getByRole('radio', { name: 'Upload Excel' }).click();
    await chooseSheet(page, 'openpyxl-poli.xlsx');
    await page.getByRole('button', { name: 'Baca daftar ini' }).click();
    await page.getByRole('tab', { name: 'Valid (12)' }).waitFor();
    await page.getByText('Yth. Ratna Contoh').waitFor();
    await inspect(page, 'tambah-pesan-lampiran', page.getByLabel('Isi pesan'));
    await page.getByRole('button', { name: 'Simpan' }).click();
    await details().getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
  });

  it('Konfirmasi and Kirim Pesan: what goes, with the rules of a young number', async () => {
    const { page } = watched;
    await inspect(page, 'detail-penerima-lampiran');
    await details().getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await details().getByRole('button', { name: 'Kirim Pesan' }).click();
    const dialog = sendDialogOf(page);
    await dialog.getByText('12 penerima').waitFor();
    await dialog.getByText(poster.name).waitFor();
    await dialog.getByText(/Nomor ini masih baru: hari ini paling banyak 20 pesan/u).waitFor();
    await inspect(page, 'kirim-pesan-whatsapp');
    await dialog.getByRole('button', { name: 'Kirim', exact: true }).click();
    await details().getByRole('button', { name: /^Jeda/u }).waitFor();
  });

  it('shows live what WhatsApp says: sent, delivered, read, not there, refused', async () => {
    const { page } = watched;
    await row('Ratna Contoh').getByText('terkirim', { exact: true }).waitFor();
    walk.standIn().ack(arrivedAt(0)?.id ?? '', 2);
    await row('Ratna Contoh').getByText('sampai', { exact: true }).waitFor();
    walk.standIn().ack(arrivedAt(0)?.id ?? '', 3);
    await row('Ratna Contoh').getByText('dibaca', { exact: true }).waitFor();
    await row('Bambang Contoh').getByText('nomor ini tidak terdaftar di WhatsApp').waitFor();
    await row('Hendra Contoh').getByText('gagal', { exact: true }).waitFor();
    await row('Murni Contoh')
      .getByText('terkirim', { exact: true })
      .or(row('Kartika Contoh').getByText('terkirim', { exact: true }))
      .first()
      .waitFor();
    walk.standIn().ack(arrivedAt(1)?.id ?? '', 2);
    await row('Slamet Contoh').getByText('sampai', { exact: true }).waitFor();
    await row('Murni Contoh').getByText('sedang dikirim', { exact: true }).waitFor();
    await inspect(page, 'sedang-dikirim-whatsapp');
  });

  it('BERHENTI: whoever answers so gets no message, and stands on Jangan kirim', async () => {
    const { page } = watched;
    await row('Nanang Contoh').getByText('menunggu', { exact: true }).waitFor();
    walk.standIn().receive({
      account: SENDER_ACCOUNT,
      from: numberOf(STOPS),
      body: 'Berhenti',
    });
    const list = await page.context().newPage();
    await list.goto(`${walk.product().url}/jangan-kirim`);
    await list.getByRole('row', { name: /minta berhenti/u }).waitFor();
    await list.getByLabel('Periksa satu nomor').fill(numberOf(STOPS));
    await list.getByRole('button', { name: 'Cari' }).click();
    await list.getByText('penerima sendiri, ke Poli Paru').waitFor();
    await list.close();
  });

  it('ends with a fate for everybody, and a person decides the uncertain one', async () => {
    const { page } = watched;
    await details()
      .getByText('12 selesai: 8 terkirim, 1 gagal, 2 dilewati, 1 tidak pasti')
      .waitFor({ timeout: SILENCE_MS });
    await row('Nanang Contoh').getByText('dilewati (berhenti)').waitFor();
    await inspect(page, 'selesai-whatsapp');
    await details().getByRole('button', { name: 'Putuskan untuk Murni Contoh' }).click();
    await details().getByText('Buka chat ini di HP pengirim, lalu pilih:').waitFor();
    // There it stands: only WhatsApp's word is missing.
    expect(arrivedAt(SILENT)?.ack).toBe(0);
    await details().getByRole('button', { name: 'Tandai terkirim' }).click();
    await details().getByText('12 selesai: 9 terkirim, 1 gagal, 2 dilewati').waitFor();
    await details().getByRole('button', { name: 'Kirim ulang yang gagal' }).click();
    await details().getByText('12 selesai: 10 terkirim, 2 dilewati').waitFor();
  });

  it('says on the screen what WhatsApp really has: no double, each as it was confirmed', async () => {
    const { rows } = await downloadSheet(watched.page, 'Unduh hasil (.xlsx)');
    const shown = rows.slice(1).map(([, name, phone, status]) => ({
      to: String(phone).replace('+', ''),
      name: String(name),
      status: String(status),
    }));
    const outbox = arrivals();
    const sha256 = createHash('sha256').update(poster.buffer).digest('hex');
    expect(outbox.map(({ to }) => to).sort()).toEqual(
      shown.filter(({ status }) => status !== 'dilewati').map(({ to }) => to),
    );
    expect(new Set(outbox.map(({ id }) => id)).size).toBe(outbox.length);
    for (const arrival of outbox) {
      const { name, status } = shown.find(({ to }) => to === arrival.to) ?? {};
      expect(arrival).toMatchObject({
        from: SENDER_ACCOUNT,
        times: 1,
        type: 'image',
        media: { sha256, size: poster.buffer.length, mimetype: 'image/png' },
      });
      expect(arrival.text).toBe(
        TEXT.replace('{nama}', name ?? '').replace('{tanggal_kontrol}', dateIn(arrival.text)),
      );
      expect({ to: arrival.to, status }).toEqual({
        to: arrival.to,
        status: ['terkirim', 'terkirim', 'sampai', 'dibaca'][arrival.ack],
      });
    }
  });

  it('Hapus Koneksi: logs out on the phone too', async () => {
    const { page, faults } = watched;
    await page.goto(`${walk.product().url}/wa-connected`);
    await page.getByRole('button', { name: 'Hapus Koneksi Poli Paru' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await page.locator('prima-notice-bar').getByText('Koneksi sudah tidak ada lagi').waitFor();
    expect(walk.standIn().linked(SENDER_ACCOUNT)).toBe(0);
    expect(faults).toEqual([]);
  });
});

/** The date in the message of a patient: the list has another one for each group of four. */
function dateIn(text: string): string {
  return /\d{2}\/11\/2026/u.exec(text)?.[0] ?? 'no date';
}
