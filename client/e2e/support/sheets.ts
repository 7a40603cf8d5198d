import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const SHEETS = new URL('../../../server/test/fixtures/sheets/', import.meta.url);

/** Path of a sheet that another program wrote; see the README of the folder. */
export function sheetFile(name: string): string {
  return fileURLToPath(new URL(name, SHEETS));
}

/** Chooses the file through the button of the drop zone, as a person does. */
export async function chooseSheet(page: Page, name: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Pilih berkas/u }).click();
  await (await asked).setFiles(sheetFile(name));
}
