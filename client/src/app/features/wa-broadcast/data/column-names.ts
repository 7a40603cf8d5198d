import type { SheetPreview } from '#contracts/recipient-import.contract.js';

/** A column as a person knows it from the spreadsheet. */
export interface ShownColumn {
  readonly index: number;
  /** As above the column: A, B … Z, AA. */
  readonly letter: string;
  /** What stands in the header row; empty when there is none. */
  readonly header: string;
}

/** Letters above the column at `index` (from 0), as spreadsheets count them. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** The columns of `preview` under the headers of `headerRow` (from 1; null: there are none). */
export function shownColumns(preview: SheetPreview, headerRow: number | null): ShownColumn[] {
  const headers = headerRow === null ? [] : (preview.firstRows[headerRow - 1] ?? []);
  return preview.columns.map(({ index }) => ({
    index,
    letter: columnLetter(index),
    header: (headers[index] ?? '').trim(),
  }));
}

/** A row of the sheet: its number as spreadsheets show it, and its cells. */
export interface ShownRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The first `count` rows below `headerRow` that hold something. */
export function rowsBelow(
  preview: SheetPreview,
  headerRow: number | null,
  count: number,
): ShownRow[] {
  return preview.firstRows
    .map((cells, place) => ({ number: place + 1, cells }))
    .filter(({ number, cells }) => number > (headerRow ?? 0) && cells.some((cell) => cell !== ''))
    .slice(0, count);
}
