import type { Locator, Page } from 'playwright-core';

/** What a person writes for a message to a few recipients. */
export interface WrittenMessage {
  readonly title: string;
  readonly text: string;
  /** One recipient a line. */
  readonly recipients: string;
}

/** Detail Penerima, when it is open. */
export function detailsOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Detail Penerima' });
}

/** The dialog of Kirim Pesan, when it is open. */
export function sendDialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Kirim Pesan' });
}

/** Fills in Tambah Pesan with recipients by Freetext; ends when they are read, before Simpan. */
export async function writeMessage(
  page: Page,
  url: string,
  message: WrittenMessage,
): Promise<void> {
  await page.goto(`${url}/wa-broadcast/tambah`);
  await page.getByLabel('Judul').fill(message.title);
  await page.getByLabel('Isi pesan').fill(message.text);
  await page.getByLabel('Nomor penerima').fill(message.recipients);
  await page.getByText(/^\d+ valid · /u).waitFor();
}

/** Writes a message, saves and confirms it; ends in Detail Penerima, where it can be sent. */
export async function confirmedMessage(
  page: Page,
  url: string,
  message: WrittenMessage,
): Promise<void> {
  await writeMessage(page, url, message);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await detailsOf(page).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
  await detailsOf(page).getByRole('button', { name: 'Kirim Pesan' }).waitFor();
}

/** Kirim Pesan in Detail Penerima and Kirim in its dialog; ends when the progress is shown. */
export async function sendFromDetails(page: Page): Promise<void> {
  await detailsOf(page).getByRole('button', { name: 'Kirim Pesan' }).click();
  await sendDialogOf(page).getByRole('button', { name: 'Kirim', exact: true }).click();
  await detailsOf(page).getByRole('button', { name: /^Jeda/u }).waitFor();
}

/** `count` lines of Freetext with fictional numbers from 0812-0000-`first` on. */
export function patients(first: number, count: number): string {
  return Array.from(
    { length: count },
    (_, n) => `0812-0000-${String(first + n).padStart(4, '0')}|Pasien ${String(n + 1)}`,
  ).join('\n');
}
