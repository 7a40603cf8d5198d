import { columnsBelow } from './column-detection.js';
import { FileRefused } from './file-refusal.js';
import { MAX_VARIABLES, type RawRow } from './recipient-row.js';
import { isBlank, type SheetCell, type SheetRow, textCell } from './sheet-cell.js';
import { variableNames } from './variable-names.js';

/** Which column is which, as a person chose. Row numbers from 1, columns from 0. */
export interface ColumnChoice {
  /** Null: the first row already holds a recipient. */
  readonly headerRow: number | null;
  readonly phone: number;
  readonly name: number | null;
}

/** Where in a row of the sheet the parts of a recipient stand. */
export interface SheetLayout {
  readonly choice: ColumnChoice;
  /** Columns whose values become variables, from 0, in their order. */
  readonly variableColumns: readonly number[];
  /** Their names, in the same order. */
  readonly variableNames: readonly string[];
}

/** An absent phone cell reads as an empty one. */
const NO_CELL: SheetCell = textCell('');

/**
 * Every column besides phone and name becomes a variable: with a header row those that have a header
 * or hold something in the first rows, without one all that do.
 *
 * @param firstRows the header row, if any, and the first rows below it, as many as were looked at for the preview
 * @throws FileRefused `column-missing`, `too-many-columns`
 */
export function layOut(firstRows: readonly SheetRow[], choice: ColumnChoice): SheetLayout {
  const columns = columnsBelow(firstRows, choice.headerRow);
  if (!columns.some(({ index }) => index === choice.phone)) throw new FileRefused('column-missing');
  const others = columns.filter(({ index }) => index !== choice.phone && index !== choice.name);
  if (others.length > MAX_VARIABLES) {
    throw new FileRefused('too-many-columns', { limit: MAX_VARIABLES, found: others.length });
  }
  const variableColumns = others.map(({ index }) => index);
  return { choice, variableColumns, variableNames: variableNames(others) };
}

/**
 * The row as raw recipient, or null when it is not a row of the list: the header, what stands above
 * it, and rows in which every cell is blank (spreadsheets keep thousands of them for their borders;
 * they are not counted as read). A row with anything at all in it is counted, and rejected as
 * `empty` when its phone cell is.
 */
export function toRawRow(row: SheetRow, layout: SheetLayout): RawRow | null {
  const { choice, variableColumns } = layout;
  if (row.rowNumber <= (choice.headerRow ?? 0) || row.cells.every(isBlank)) return null;
  return {
    rowNumber: row.rowNumber,
    phone: row.cells[choice.phone] ?? NO_CELL,
    name: choice.name === null ? undefined : row.cells[choice.name],
    variables: variableColumns.map((index) => row.cells[index]),
  };
}
