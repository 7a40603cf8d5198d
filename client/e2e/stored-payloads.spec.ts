import { beforeAll, describe, expect, it } from '@jest/globals';
import { Workbook } from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { openPage } from './support/browser.js';
import { detailsOf, sendDialogOf, sendFromDetails } from './support/broadcasts.js';
import { attach } from './support/files.js';
import { PAYLOADS, call, watchPayloads } from './support/payloads.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { useWalk } from './support/walk.js';
import { downloadSheet } from './support/workbook.js';

const { short, long, address, formula } = PAYLOADS;
/** The name of the file as recipients get it: without what computers refuse in names. */
const FILE = `${short.replace(/[<>]/gu, '_')}.png`;
const PASSWORD = 'gajah ungu makan pepaya';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Columns of the sheet: its headers become variables, which WhatsApp texts name in braces. */
const HEADERS = ['nomor', 'nama', `poli ${short}`, formula];

/**
 * Somebody with a name like an attack fills every text field with attacks. Everything is then looked at, and
 * has to be there as text.
 */
describe('texts that would be code elsewhere', () => {
  const walk = useWalk({ PRACTICE_SEED: 'payloads', PRACTICE_PACE_SECONDS: '0.01-0.02' });
  let page: Page;
  let faults: readonly string[];
  let payloads: Awaited<ReturnType<typeof watchPayloads>>;

  /** Whether `text` stands there for people to read, and nothing else came of it. */
  const reads = async (text: string, within: Page | Locator = page): Promise<void> => {
    await within.getByText(text).locator('visible=true').first().waitFor();
    await payloads.expectNone();
  };
  const goto = (path: string) => page.goto(`${walk.product().url}${path}`);
  const dialog = () => page.getByRole('dialog').last();
  const leave = async () => {
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    const admin = await walk.loggedIn();
    const { token } = await call<{ token: string }>(admin.page, 'POST', '/api/users', {
      username: 'penyerang',
      roles: ['administrator'],
      devices: 'all',
    });
    ({ page, faults } = await openPage(walk.browser()));
    payloads = await watchPayloads(page);
    await goto(`/undangan#${token}`);
    await page.getByLabel('Nama', { exact: true }).fill(long.slice(0, 100));
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
    await page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
    await linkPracticeDevice(page, walk.product().url, { name: short, phone: '0812-0000-0900' });
  });

  it('are written and uploaded', async () => {
    await reads(short);
    await goto('/wa-broadcast/tambah');
    await page.getByLabel('Judul').fill(long.slice(0, 120));
    await page
      .getByLabel('Isi pesan')
      .fill(`${long} ${address} ${formula} {nama} {${HEADERS[2] ?? ''}}`);
    await reads(address, page.locator('prima-phone-preview'));
    await page.getByLabel('Nomor penerima').fill(`0812-0000-0001|${long}\n${short}`);
    await reads(`'${short}' bukan nomor telepon`);
    await reads(long, page.locator('prima-phone-preview'));
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 8, height: 8 } });
    await attach(page, { name: `${short}.png`, mimeType: 'image/png', buffer });
    await reads(`${short}.png`);

    await page.getByRole('radio', { name: 'Upload Excel' }).click();
    await dialog().getByRole('button', { name: 'Lanjut', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Pilih berkas/u }).click();
    const name = `${short}.xlsx`;
    await (await asked).setFiles({ name, mimeType: XLSX, buffer: await sheet() });
    await reads(short, page.locator('prima-column-chooser'));
    await reads(formula, page.locator('prima-column-chooser'));
    await page.getByRole('button', { name: 'Baca daftar ini' }).click();
    await reads(name, page.locator('prima-import-report'));
    await page.getByRole('tab', { name: 'Ditolak (1)' }).click();
    await reads(`'${short}' bukan nomor telepon`);
    const rejected = await downloadSheet(page, 'Unduh baris yang ditolak');
    expect(rejected.formulas).toBe(0);
    expect(JSON.stringify(rejected.rows)).toContain(short);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await detailsOf(page).waitFor();
  });

  it('are confirmed, sent and looked for', async () => {
    const details = detailsOf(page);
    await reads(address, details);
    await reads(long, details);
    await reads(FILE, details);
    await details.getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await reads(long.slice(0, 100), details);
    await details.getByRole('button', { name: 'Kirim Pesan' }).click();
    await reads(short, sendDialogOf(page));
    await sendDialogOf(page).getByRole('button', { name: 'Batal' }).click();
    await sendFromDetails(page);
    await details.getByText(/^2 selesai: /u).waitFor({ timeout: 30_000 });
    await details.getByLabel(/^Cari/u).fill(short);
    await page.waitForResponse((answer) => answer.url().includes('search='));
    await payloads.expectNone();
    await details.getByLabel(/^Cari/u).fill('');
    const results = await downloadSheet(page, 'Unduh hasil (.xlsx)');
    expect(results.formulas).toBe(0);
    const written = results.rows.flat().join('\n');
    for (const text of [long, short]) expect(written).toContain(text);
    await details.getByRole('button', { name: 'CLOSE' }).click();
  });

  it('stand in lists, and in the questions about what they name', async () => {
    await goto('/wa-broadcast');
    for (const text of [long.slice(0, 100), FILE, short]) await reads(text);
    await page.getByRole('button', { name: /^Hapus Pesan/u }).click();
    await reads(long.slice(0, 60), dialog());
    await leave();
    await goto('/wa-connected');
    await reads(short);
    await page.getByRole('button', { name: /^Hapus Koneksi/u }).click();
    await reads(short, dialog());
    await leave();
    await goto('/wa-connected/tambah');
    await page.getByLabel('Nama Device').fill(long.slice(0, 60));
    await page.getByLabel('Nomor WA').fill('0812-0000-0900');
    await reads(short);
    await page.getByLabel('Nomor WA').fill(address);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await payloads.expectNone();
  });

  it('are corrected in a draft', async () => {
    const list = await call<{ id: string }>(page, 'POST', '/api/recipient-imports/freetext', {
      text: `0812-0000-0003|${short}|${long}\n`,
    });
    const { items } = await call<{ items: { id: string }[] }>(page, 'GET', '/api/devices');
    const draft = await call<{ id: string }>(page, 'POST', '/api/broadcasts', {
      title: short,
      deviceId: items[0]?.id,
      text: long,
      recipientImportId: list.id,
    });
    await goto(`/wa-broadcast/${draft.id}/edit`);
    await reads(short, page.locator('prima-stored-table'));
    await reads(long.slice(0, 60), page.locator('prima-stored-table'));
    await page.getByRole('button', { name: /^Perbaiki/u }).click();
    await payloads.expectNone();
    expect(await dialog().getByLabel('Nama (boleh kosong)').inputValue()).toBe(short);
    await leave();
    await page.getByRole('button', { name: /^Hapus .*img/u }).click();
    await reads(short, dialog());
    await leave();
  });

  it('are shown to administrators', async () => {
    await call(page, 'POST', '/api/do-not-contact', { phone: '081200000099', note: long });
    await call(page, 'POST', '/api/embedding/hosts', {
      name: short,
      issuer: long,
      origins: ['https://dashboard.example'],
      roles: ['operator'],
      deviceIds: null,
      isOpen: true,
    });
    await goto('/jangan-kirim');
    await reads(long);
    await goto('/data-pasien');
    await page.getByLabel('Nomor WA').fill('081200000002');
    await page.getByRole('button', { name: 'Cari subjek' }).click();
    await reads(long.slice(0, 100));
    await goto('/pengaturan/penyematan');
    await reads(long);
    await page.getByText('Potongan untuk dashboard (PHP)').click();
    await payloads.expectNone();
    await page.getByRole('button', { name: /^Hapus/u }).click();
    await reads(short, dialog());
    await leave();
    await goto('/pengguna');
    await reads(long.slice(0, 100));
    for (const button of ['Nonaktifkan', 'Sesi', 'Ubah peran']) {
      await page.getByRole('button', { name: new RegExp(`^${button}: "`, 'u') }).click();
      await dialog().waitFor();
      await payloads.expectNone();
      await leave();
    }
    await page.getByRole('button', { name: /^Akun/u }).click();
    await reads(long.slice(0, 100), page.getByRole('menu'));
    expect(faults).toEqual([]);
  });
});

/** A sheet as a stranger might send it: attacks as its name, headers and cells. */
async function sheet(): Promise<Buffer> {
  const book = new Workbook();
  const rows = book.addWorksheet(short);
  rows.addRow(HEADERS);
  rows.addRow(['081200000001', long, short, formula]);
  rows.addRow(['081200000002', short, long, address]);
  rows.addRow([short, long, long, long]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
