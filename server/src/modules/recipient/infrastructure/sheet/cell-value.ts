import { FileRefused } from '../../domain/file-refusal.js';
import { type SheetCell, textCell } from '../../domain/sheet-cell.js';
import { decodeEscapes } from './escapes.js';
import { durationText, isoMomentText, momentText } from './moment-text.js';
import { type NumberFormat, PLAIN_NUMBER } from './number-format.js';
import type { SharedStrings } from './shared-strings.js';

/** What the cells of a workbook mean beyond their own markup. */
export interface CellContext {
  /** Null when the workbook has no table of texts. */
  readonly strings: SharedStrings | null;
  /** By number of the cell style. */
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

/** A cell as its markup has it. */
export interface RawCell {
  /** Attribute `t`; `n` when absent. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: number;
  /** Text of `v`, or of `is` for type `inlineStr`; null when there is none. */
  readonly value: string | null;
  readonly formula: boolean;
}

/** From this on a number has 16 digits, of which a spreadsheet kept 15. */
const DIGITS_LOST_FROM = 1e15;

/**
 * What a person reads in the cell, or undefined for an empty one. Formulas count by the result that
 * was stored with them; one that was never calculated has none.
 *
 * @throws FileRefused `damaged` for a text that is not in the table
 */
export function cellValue(cell: RawCell, context: CellContext): SheetCell | undefined {
  const { type, value, formula } = cell;
  // The result of a formula may be an empty text, but not an empty number.
  if (value === null || (value === '' && type !== 'str')) {
    return formula ? { text: '', kind: 'formula-without-value' } : undefined;
  }
  switch (type) {
    case 's':
      return textCell(sharedText(value, context.strings));
    case 'str':
    case 'inlineStr':
      return textCell(decodeEscapes(value));
    case 'b':
      return { text: /^(?:1|true)$/.test(value) ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: isoMomentText(value), kind: 'date' };
    default:
      return numberCell(value, context.formats[cell.style] ?? PLAIN_NUMBER, context.date1904);
  }
}

function sharedText(index: string, strings: SharedStrings | null): string {
  if (strings === null) throw new FileRefused('damaged');
  return strings.get(Number(index));
}

function numberCell(raw: string, format: NumberFormat, date1904: boolean): SheetCell {
  const number = Number(raw);
  if (!Number.isFinite(number)) return textCell(raw);
  if (format.shows === 'duration') return { text: durationText(number), kind: 'date' };
  if (format.shows === 'moment') {
    const text = momentText(number, format, date1904);
    if (text !== null) return { text, kind: 'date' };
  }
  const text = numberText(raw, number);
  if (Math.abs(number) >= DIGITS_LOST_FROM) return { text, kind: 'digits-lost' };
  const padded = format.shows === 'padded' && /^\d+$/.test(text);
  return { text: padded ? text.padStart(format.width, '0') : text, kind: 'number' };
}

/**
 * All digits of a number and no exponent. Rounded to 15 digits, as spreadsheets show it: they store
 * 6281200000001 also as 6.2812000000009996E12.
 */
function numberText(raw: string, number: number): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  if (Math.abs(number) >= DIGITS_LOST_FROM) return BigInt(Math.round(number)).toString();
  const rounded = Number(number.toPrecision(15));
  const tiny = rounded !== 0 && Math.abs(rounded) < 1e-6;
  return tiny ? rounded.toFixed(15).replace(/0+$/, '') : String(rounded);
}
