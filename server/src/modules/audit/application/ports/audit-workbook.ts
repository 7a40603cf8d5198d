import type { Readable } from 'node:stream';
import type { AuditRecord } from './audit-entry-repository.js';

/** Language of the words in a workbook. */
export type WorkbookLanguage = 'id' | 'en';

/** Writes "Unduh audit (.xlsx)". */
export abstract class AuditWorkbook {
  /**
   * The file as a stream, written while it is read. No value becomes a formula. Destroyed with the error when
   * `pages` fails.
   */
  abstract write(
    language: WorkbookLanguage,
    pages: AsyncIterable<readonly AuditRecord[]>,
  ): Readable;
}
