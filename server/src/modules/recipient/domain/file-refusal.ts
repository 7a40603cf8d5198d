import type { ReasonParams } from './reject-reasons.js';

/**
 * Every reason for which a whole file is refused. Codes are stable. Parameters in brackets.
 *
 * - `not-a-spreadsheet`: neither .xlsx nor .csv {found}: pdf, html, word, image, zip, ods, xlsb, empty, unknown …
 * - `old-excel`: .xls of Excel 97–2003; saving it as .xlsx helps
 * - `macros`: .xlsm or any workbook that carries macros
 * - `encrypted`: protected by a password
 * - `doctype`: carries a document type declaration, which no spreadsheet program writes
 * - `unsafe-entry-name`: twice the same part, or a part that points out of the archive
 * - `too-many-entries` {limit}: parts in the archive
 * - `too-large` {limit}: bytes once unpacked
 * - `suspicious-compression` {limit}: unpacks to more than `limit` times its size
 * - `too-many-rows` {limit}: rows that hold something
 * - `too-many-columns` {limit, found}: columns that would become variables
 * - `no-visible-sheet`, `empty-sheet` {sheet}
 * - `column-missing`: the chosen phone column is not in the sheet
 * - `damaged`: cut off, or not what its own directory says
 * - `reader-crashed`, `reader-timeout` {seconds}: the reading process died or was stopped
 */
export const FILE_REFUSALS = [
  'not-a-spreadsheet',
  'old-excel',
  'macros',
  'encrypted',
  'doctype',
  'unsafe-entry-name',
  'too-many-entries',
  'too-large',
  'suspicious-compression',
  'too-many-rows',
  'too-many-columns',
  'no-visible-sheet',
  'empty-sheet',
  'column-missing',
  'damaged',
  'reader-crashed',
  'reader-timeout',
] as const;

/** One of {@link FILE_REFUSALS}. */
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** A file that cannot be used as a list of recipients, and why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileRefusal;
  readonly params: ReasonParams;

  constructor(code: FileRefusal, params: ReasonParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
