import { parsePhone } from '../../../platform/kernel/phone.js';
import { columnsBelow, DETECTION_ROWS, isHeader, suggestColumns } from './column-detection.js';
import { MAX_VARIABLES, type RawRow } from './recipient-row.js';
import { type SheetCell, type SheetRow, textCell } from './sheet-cell.js';
import { variableNames } from './variable-names.js';

/** Freetext taken apart: rows in their order and the names of their variables. */
export interface FreetextRows {
  readonly variableNames: readonly string[];
  readonly rows: readonly RawRow[];
}

/** One line that holds something, with its fields and what separated them. */
interface Line {
  readonly rowNumber: number;
  readonly fields: readonly string[];
  readonly separator: '\t' | '|' | ',' | null;
}

/**
 * Takes apart recipients as typed or pasted, one a line: `nomor`, `nomor|nama|…`, or the columns of a
 * sheet (separated by tabs, as spreadsheets copy them). A first line that names a phone column is the
 * header: it says which column is which and what the variables are called; without one the variables
 * are `var1`, `var2` …, and pasted columns are told by what they hold. Comma and semicolon separate
 * only where every piece is a number: `0812…, 0813…` is two recipients, `0812…, Ibu Sari` is one
 * line that {@link parsePhone} will refuse. Blank lines are no rows.
 */
export function readFreetext(text: string): FreetextRows {
  const lines = linesOf(text);
  const first = lines[0];
  if (first && isHeader(first.fields)) return readByHeader(lines);
  const pasted = readPastedOrder(lines);
  const rows = lines.flatMap((line) => rowsOf(line, pasted));
  const most = rows.reduce((longest, { variables }) => Math.max(longest, variables.length), 0);
  // A row with more variables than allowed is rejected as a whole; it needs no names for them.
  const names = Array.from({ length: Math.min(most, MAX_VARIABLES) }, (_, n) => `var${n + 1}`);
  return { variableNames: names, rows };
}

/** Fields right of this one are not looked at: far more than a recipient may have. */
const MAX_FIELDS = 1_000;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [place, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() !== '') lines.push({ rowNumber: place + 1, ...fieldsOf(line) });
  }
  return lines;
}

function fieldsOf(line: string): Pick<Line, 'fields' | 'separator'> {
  if (line.includes('\t')) return { fields: line.split('\t', MAX_FIELDS), separator: '\t' };
  if (line.includes('|')) return { fields: line.split('|', MAX_FIELDS), separator: '|' };
  if (!/[,;]/.test(line)) return { fields: [line], separator: null };
  const pieces = line.split(/[,;]/).filter((piece) => piece.trim() !== '');
  const numbers = pieces.length > 1 && pieces.every((piece) => isNumber(piece));
  return numbers ? { fields: pieces, separator: ',' } : { fields: [line], separator: null };
}

/** Whether a piece was meant as a phone number, valid or not. */
function isNumber(piece: string): boolean {
  const parsed = parsePhone(piece);
  return parsed.ok || !['empty', 'not-a-phone', 'several-numbers'].includes(parsed.reason);
}

/** The first line says which column is which. */
function readByHeader(lines: readonly Line[]): FreetextRows {
  const sheet = lines.slice(0, DETECTION_ROWS).map(toSheetRow);
  const columns = columnsBelow(sheet, sheet[0]?.rowNumber ?? null);
  const suggestion = suggestColumns(columns);
  const others = columns.filter(
    ({ index }) => index !== suggestion.phone && index !== suggestion.name,
  );
  const rows = lines.slice(1).flatMap((line) =>
    rowsOf(line, {
      phone: suggestion.phone ?? 0,
      name: suggestion.name,
      variables: others.map(({ index }) => index),
    }),
  );
  return { variableNames: variableNames(others), rows };
}

/** Which field of a line is which; `variables` null: all the others, in their order. */
interface FieldOrder {
  readonly phone: number;
  readonly name: number | null;
  readonly variables: readonly number[] | null;
}

/** The order in which people type: number, name, the rest. */
const TYPED_ORDER: FieldOrder = { phone: 0, name: 1, variables: null };

/** The order of pasted columns, told by what they hold. */
function readPastedOrder(lines: readonly Line[]): FieldOrder {
  const pasted = lines.filter(({ separator }) => separator === '\t').slice(0, DETECTION_ROWS);
  const { phone, name } = suggestColumns(columnsBelow(pasted.map(toSheetRow), null));
  return phone === null ? TYPED_ORDER : { phone, name, variables: null };
}

function rowsOf(line: Line, pasted: FieldOrder): RawRow[] {
  const { rowNumber, fields, separator } = line;
  if (separator === ',') {
    return fields.map((field) => rawRow(rowNumber, [field], TYPED_ORDER));
  }
  const byColumn = separator === '\t' || pasted.variables !== null;
  return [rawRow(rowNumber, fields, byColumn ? pasted : TYPED_ORDER)];
}

function rawRow(rowNumber: number, fields: readonly string[], order: FieldOrder): RawRow {
  const cell = (index: number): SheetCell | undefined => {
    const field = fields[index];
    return field === undefined ? undefined : textCell(field);
  };
  return {
    rowNumber,
    phone: cell(order.phone) ?? textCell(''),
    name: order.name === null ? undefined : cell(order.name),
    variables: (order.variables ?? otherFields(fields.length, order)).map(cell),
  };
}

function otherFields(count: number, { phone, name }: FieldOrder): number[] {
  const others: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index !== phone && index !== name) others.push(index);
  }
  return others;
}

function toSheetRow({ rowNumber, fields }: Line): SheetRow {
  return { rowNumber, cells: fields.map(textCell) };
}
