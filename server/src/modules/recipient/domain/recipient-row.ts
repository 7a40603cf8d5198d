import { parsePhone } from '../../../platform/kernel/phone.js';
import type { ReasonParams, RejectReason } from './reject-reasons.js';
import type { SheetCell } from './sheet-cell.js';

/** Most characters of a recipient's name. */
export const MAX_NAME_LENGTH = 200;
/** Most characters of one variable's value. */
export const MAX_VARIABLE_LENGTH = 1_000;
/**
 * Most characters of all values of a recipient together: they are kept as one text of at most 65,535
 * bytes, of which a character takes up to three, and a message holds 4,096 characters at most.
 */
export const MAX_VARIABLES_LENGTH = 10_000;
/** Most variables of a recipient, without number and name. */
export const MAX_VARIABLES = 30;
/** A rejected value is shown in a report, up to this many characters. */
const MAX_SHOWN = 200;

/** One row of a list before anything is checked, whatever it came from. */
export interface RawRow {
  /** Number of the row or line where the person sees it, from 1. */
  readonly rowNumber: number;
  readonly phone: SheetCell;
  readonly name: SheetCell | undefined;
  /** Values in the order of the list's variable names; gaps have no value. */
  readonly variables: readonly (SheetCell | undefined)[];
}

/** A row that becomes a recipient. */
export interface AcceptedRow {
  readonly rowNumber: number;
  /** E.164, e.g. `+6281200000001`. */
  readonly phone: string;
  readonly name: string | null;
  /** Values by variable name; a variable without a value is absent. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A row that does not become a recipient, with what stood in it and why. */
export interface RejectedRow {
  readonly rowNumber: number;
  /** What stood where the number should be, at most 200 characters. */
  readonly value: string;
  readonly name: string | null;
  readonly reason: RejectReason;
  readonly params: ReasonParams;
}

/** What {@link classifyRow} decides. */
export type ClassifiedRow = { accepted: AcceptedRow } | { rejected: RejectedRow };

/**
 * Decides whether a row becomes a recipient. Nothing is cut or guessed: what is too long is
 * rejected. A name or variable whose cell has no honest value (an error, a formula never calculated,
 * a number that lost digits) counts as missing, not as a fault of the row: Konfirmasi tells and refuses
 * it when the message uses that variable, and a column that the message does not use harms nobody.
 *
 * @param names variable names in the order of `row.variables`
 */
export function classifyRow(row: RawRow, names: readonly string[]): ClassifiedRow {
  const name = valueOf(row.name);
  const reject = (reason: RejectReason, params: ReasonParams = {}): ClassifiedRow => {
    const { rowNumber } = row;
    const value = shown(row.phone.text);
    return { rejected: { rowNumber, value, name: name && shown(name), reason, params } };
  };
  const fault = faultOf(row.phone);
  if (fault) return reject(fault.reason, fault.params);
  const phone = parsePhone(row.phone.text);
  if (!phone.ok) return reject(phone.reason);
  if (name !== null && name.length > MAX_NAME_LENGTH) {
    return reject('name-too-long', { limit: MAX_NAME_LENGTH, length: name.length });
  }
  if (row.variables.length > MAX_VARIABLES) {
    return reject('too-many-variables', { limit: MAX_VARIABLES, found: row.variables.length });
  }
  const variables = Object.create(null) as Record<string, string>;
  let together = 0;
  for (const [place, cell] of row.variables.entries()) {
    const value = valueOf(cell);
    const column = names[place];
    if (value === null || column === undefined) continue;
    if (value.length > MAX_VARIABLE_LENGTH) {
      const params = { column, limit: MAX_VARIABLE_LENGTH, length: value.length };
      return reject('variable-too-long', params);
    }
    variables[column] = value;
    together += value.length;
  }
  if (together > MAX_VARIABLES_LENGTH) {
    return reject('variables-too-long', { limit: MAX_VARIABLES_LENGTH, length: together });
  }
  return { accepted: { rowNumber: row.rowNumber, phone: phone.e164, name, variables } };
}

/** Why the phone cell cannot be a number, whatever its text says. */
function faultOf(cell: SheetCell): { reason: RejectReason; params: ReasonParams } | null {
  switch (cell.kind) {
    case 'formula-without-value':
    case 'digits-lost':
      return { reason: cell.kind, params: {} };
    case 'error':
      return { reason: 'cell-error', params: { value: shown(cell.text) } };
    case 'date':
      return { reason: 'date-in-phone', params: { value: shown(cell.text) } };
    case 'boolean':
      return { reason: 'not-a-phone', params: {} };
    default:
      return null;
  }
}

/** What a person would read in the cell, or null when that is nothing or not to be trusted. */
function valueOf(cell: SheetCell | undefined): string | null {
  if (cell === undefined) return null;
  const { kind } = cell;
  if (kind === 'error' || kind === 'formula-without-value' || kind === 'digits-lost') return null;
  return cleanText(cell.text) || null;
}

/** Text without blanks around it and without what databases and messages cannot carry. */
function cleanText(text: string): string {
  const trimmed = text.trim();
  // Nearly every value is clean; the test is cheaper than the replacements.
  if (!/[\p{Cc}\p{Cs}]/u.test(trimmed)) return trimmed;
  return trimmed
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd'); // half a character
}

function shown(text: string): string {
  const clean = cleanText(text);
  if (clean.length <= MAX_SHOWN) return clean;
  // By character, not inside a surrogate pair.
  const beginning = Array.from(clean.slice(0, MAX_SHOWN * 2)).slice(0, MAX_SHOWN - 1);
  return `${beginning.join('')}…`;
}
