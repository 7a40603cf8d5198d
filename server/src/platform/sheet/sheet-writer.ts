import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { stream } from 'exceljs';

/** A column of a sheet to be written. */
export interface SheetColumn {
  readonly header: string;
  /** Width in characters. */
  readonly width: number;
  /** `date` columns take a Date (its UTC day is shown); all others take text. */
  readonly kind?: 'text' | 'date';
}

/** What a cell may be given; null leaves it empty. */
export type CellContent = string | Date | null;

/** Rows after which the writer lets others have their turn: a few milliseconds of work. */
const ROWS_AT_A_TIME = 200;

/** Longest text that a cell of a spreadsheet can hold, in characters. */
const MAX_CELL_TEXT = 32_767;

/**
 * An .xlsx file of one sheet as a stream, written while it is read: memory stays flat however many
 * rows there are. When `rows` throws, the stream is destroyed with that error.
 *
 * Texts are written as texts and formatted as texts (`@`), so `=HYPERLINK(…)` from a stranger's list
 * stays those characters, also when somebody edits the cell, and `+62…` and `08…` keep every digit.
 */
export function writeSheet(
  sheetName: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly CellContent[]> | Iterable<readonly CellContent[]>,
): Readable {
  const out = new PassThrough();
  writeRows(out, sheetName, columns, rows).catch((error: unknown) => {
    out.destroy(error as Error);
  });
  return out;
}

async function writeRows(
  out: PassThrough,
  sheetName: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly CellContent[]> | Iterable<readonly CellContent[]>,
): Promise<void> {
  const workbook = await newWorkbook(out);
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, kind }) => ({
    header,
    width,
    style: { numFmt: kind === 'date' ? 'dd/mm/yyyy' : '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(row.map(toCell)).commit();
    written += 1;
    if (written % ROWS_AT_A_TIME > 0) continue;
    await setImmediate();
    if (out.destroyed) return; // the reader has left
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  await workbook.commit();
}

/** Loaded when first needed: it takes a third of a second, which the start of the server need not wait. */
async function newWorkbook(out: PassThrough): Promise<stream.xlsx.WorkbookWriter> {
  const { default: exceljs } = await import('exceljs');
  return new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false, // would be kept in memory to the end
  });
}

function toCell(content: CellContent): CellContent {
  if (typeof content !== 'string') return content;
  // What looks like an escape would be decoded by whoever opens the file.
  return content.slice(0, MAX_CELL_TEXT).replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x');
}
