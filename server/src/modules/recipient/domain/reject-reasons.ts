import { PHONE_REJECT_REASONS } from '../../../platform/kernel/phone.js';

/**
 * Every reason for which a row of a list does not become a recipient. Codes are stable: they are
 * stored with the report of an import and translated on the screen. Parameters in brackets.
 *
 * Those of {@link PHONE_REJECT_REASONS}, and:
 * - `formula-without-value`: the phone cell holds a formula whose result was never stored
 * - `cell-error`: the phone cell shows an error of the spreadsheet {value}, e.g. `#N/A`
 * - `date-in-phone`: the spreadsheet turned the phone cell into a date {value}
 * - `name-too-long`: {limit, length} in characters
 * - `variable-too-long`: {column, limit, length}; `column` is the name of the variable
 * - `variables-too-long`: all variables together {limit, length}
 * - `too-many-variables`: a line with more fields than a recipient may have {limit, found}
 */
export const REJECT_REASONS = [
  ...PHONE_REJECT_REASONS,
  'formula-without-value',
  'cell-error',
  'date-in-phone',
  'name-too-long',
  'variable-too-long',
  'variables-too-long',
  'too-many-variables',
] as const;

/** One of {@link REJECT_REASONS}. */
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Values that the sentence of a reason names. */
export type ReasonParams = Readonly<Record<string, string | number | null>>;
