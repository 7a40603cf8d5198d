import { parsePhone } from '../../../platform/kernel/phone.js';
import { nameHeaderScore, phoneHeaderScore } from './header-names.js';
import { isBlank, type SheetRow } from './sheet-cell.js';

/** How many rows that hold something are looked at to find header and columns. */
export const DETECTION_ROWS = 20;

/** A column of the sheet that holds something. */
export interface DetectedColumn {
  /** Place in the sheet, from 0. */
  readonly index: number;
  /** Text of its header; empty without a header row or where the header is blank. */
  readonly header: string;
  /** Its first values, at most {@link MAX_SAMPLES}. */
  readonly samples: readonly string[];
}

/** What the first rows tell about a sheet; a person may choose otherwise. */
export interface DetectedColumns {
  /** Number of the row that holds the headers (from 1), or null when none names a phone column. */
  readonly headerRow: number | null;
  readonly columns: readonly DetectedColumn[];
  readonly suggestion: ColumnSuggestion;
}

/** Columns (from 0) that look like phone and name; null where none does. */
export interface ColumnSuggestion {
  readonly phone: number | null;
  readonly name: number | null;
}

const MAX_SAMPLES = 5;

/**
 * Finds header row and columns in the first rows of a sheet (see {@link DETECTION_ROWS}): by the names
 * in the header where there is one, else by what the columns hold.
 */
export function detectColumns(rows: readonly SheetRow[]): DetectedColumns {
  const header = findHeaderRow(rows);
  const columns = columnsBelow(rows, header?.rowNumber ?? null);
  return {
    headerRow: header?.rowNumber ?? null,
    columns,
    suggestion: suggestColumns(columns),
  };
}

/** Which columns look like phone and name: by their headers where they have any, else by what they hold. */
export function suggestColumns(columns: readonly DetectedColumn[]): ColumnSuggestion {
  const phone = bestColumn(columns, phoneColumnScore);
  const others = columns.filter(({ index }) => index !== phone);
  return { phone, name: bestColumn(others, nameColumnScore) };
}

/** Whether a row names a phone column instead of holding a recipient. */
export function isHeader(texts: readonly string[]): boolean {
  return texts.some((text) => phoneHeaderScore(text) > 0) && !texts.some((t) => parsePhone(t).ok);
}

/**
 * The columns of a sheet whose header row is known (null: none): those with a header, and those that
 * hold something in the given rows below it.
 */
export function columnsBelow(
  rows: readonly SheetRow[],
  headerRow: number | null,
): DetectedColumn[] {
  const header = rows.find(({ rowNumber }) => rowNumber === headerRow);
  const below = rows.filter(({ rowNumber }) => rowNumber > (headerRow ?? 0));
  const width = Math.max(0, ...[...below, ...(header ? [header] : [])].map((r) => r.cells.length));
  const columns: DetectedColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const title = header?.cells[index]?.text.trim() ?? '';
    const filled = below.map(({ cells }) => cells[index]).filter((cell) => !isBlank(cell));
    if (title === '' && filled.length === 0) continue;
    const samples = filled.slice(0, MAX_SAMPLES).map((cell) => cell?.text ?? '');
    columns.push({ index, header: title, samples });
  }
  return columns;
}

/** The row that names a phone column and, if possible, a name column; the first of equals. */
function findHeaderRow(rows: readonly SheetRow[]): SheetRow | undefined {
  let best: SheetRow | undefined;
  let bestScore = 0;
  for (const row of rows) {
    const texts = row.cells.map((cell) => cell?.text ?? '');
    if (!isHeader(texts)) continue;
    const phone = Math.max(0, ...texts.map(phoneHeaderScore));
    const name = Math.max(0, ...texts.map(nameHeaderScore));
    // A title ("Daftar no HP pasien") stands alone in its row; headers have company.
    const company = texts.filter((text) => text.trim() !== '').length > 1 ? 2 : 0;
    const score = phone + company + 4 * name;
    if (score > bestScore) [best, bestScore] = [row, score];
  }
  return best;
}

/** A header decides; among equal headers and without any, the share of values that are phone numbers. */
function phoneColumnScore({ header, samples }: DetectedColumn): number {
  const valid = share(samples, (text) => parsePhone(text).ok);
  return phoneHeaderScore(header) * 10 + (valid >= 0.5 ? valid * 9 : 0);
}

/** A header decides; without one, values that are words, and not the same word in every row. */
function nameColumnScore({ header, samples }: DetectedColumn): number {
  const byHeader = nameHeaderScore(header) * 10;
  if (byHeader > 0 || header !== '') return byHeader;
  const words = share(samples, (text) => /^[\p{L}\p{M}\s.,'’()-]{2,}$/u.test(text.trim()));
  return words >= 0.8 ? words + new Set(samples).size / samples.length : 0;
}

function share(samples: readonly string[], test: (text: string) => boolean): number {
  return samples.length === 0 ? 0 : samples.filter(test).length / samples.length;
}

/** The column with the highest score above 0, the leftmost of equals. */
function bestColumn(
  columns: readonly DetectedColumn[],
  score: (column: DetectedColumn) => number,
): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (const column of columns) {
    const value = score(column);
    if (value > bestScore) [best, bestScore] = [column.index, value];
  }
  return best;
}
