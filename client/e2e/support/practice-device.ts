import type { Page } from 'playwright-core';

/** Adds a practice device and links it, as a person does; ends on the finished Scan Barcode. */
export async function linkPracticeDevice(
  page: Page,
  url: string,
  device: { readonly name: string; readonly phone: string },
): Promise<void> {
  await page.goto(`${url}/wa-connected/tambah`);
  await page.getByLabel('Nama Device').fill(device.name);
  await page.getByLabel('Nomor WA').fill(device.phone);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('link', { name: 'Scan Barcode sekarang' }).click();
  await page.getByRole('button', { name: 'Simulasi scan' }).click();
  await page.getByText(`${device.name} sudah authenticated dan siap mengirim.`).waitFor();
}
