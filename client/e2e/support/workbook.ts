import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Workbook } from 'exceljs';

/** Presses the link that downloads a workbook and reads its first sheet: the values of every row. */
export async function downloadRows(page: Page, link: string | RegExp): Promise<unknown[][]> {
  return (await downloadSheet(page, link)).rows;
}

/** Presses the link that downloads a workbook and reads its first sheet. */
export async function downloadSheet(
  page: Page,
  link: string | RegExp,
): Promise<{ readonly fileName: string; readonly rows: unknown[][]; readonly formulas: number }> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const download = await started;
  const book = new Workbook();
  const bytes = await readFile(await download.path());
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: unknown[][] = [];
  let formulas = 0;
  book.worksheets[0]?.eachRow((row) => {
    const cells: unknown[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.value);
      if (cell.formula) formulas += 1;
    });
    rows.push(cells);
  });
  return { fileName: download.suggestedFilename(), rows, formulas };
}
