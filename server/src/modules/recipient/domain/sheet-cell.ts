/**
 * What a cell of a sheet held. `digits-lost` is a whole number of more than 15 digits: a spreadsheet
 * keeps only 15, the rest were zeros or noise before the file reached us.
 */
export type CellKind =
  'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula-without-value' | 'digits-lost';

/** One cell: `text` as a person would read it, `kind` as the file said. */
export interface SheetCell {
  readonly text: string;
  readonly kind: CellKind;
}

/**
 * One row that holds something. `rowNumber` is the number that a spreadsheet program shows beside
 * it (from 1); `cells` may have gaps.
 */
export interface SheetRow {
  readonly rowNumber: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** A cell of plain text, as typed or read from a .csv file. */
export function textCell(text: string): SheetCell {
  return { text, kind: 'text' };
}

/** Whether there is nothing but blanks in it. A formula without a value is not blank: it meant something. */
export function isBlank(cell: SheetCell | undefined): boolean {
  if (cell === undefined) return true;
  return cell.kind !== 'formula-without-value' && cell.text.trim() === '';
}
