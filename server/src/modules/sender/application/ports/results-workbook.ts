import type { Readable } from 'node:stream';
import type { RecipientView } from '#contracts/recipient.contract.js';

/** Language of the words in a workbook. */
export type WorkbookLanguage = 'id' | 'en';

/** Writes "Unduh hasil (.xlsx)". */
export abstract class ResultsWorkbook {
  /**
   * The file as a stream, written while it is read. No value becomes a formula. Destroyed with the
   * error when `recipients` fails.
   */
  abstract write(
    language: WorkbookLanguage,
    recipients: AsyncIterable<readonly RecipientView[]>,
  ): Readable;
}
