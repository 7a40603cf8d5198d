import type { Readable } from 'node:stream';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import type { SamplePatient } from '../sample-list.js';

/** Language of headings and sentences in a workbook. */
export type WorkbookLanguage = 'id' | 'en';

/** Writes the .xlsx files that people download, as they are read. No value becomes a formula. */
export abstract class RecipientWorkbooks {
  /** The example list. */
  abstract sample(patients: readonly SamplePatient[]): Readable;

  /** The rows that were not taken, with their reasons. Destroyed with the error when `issues` fails. */
  abstract issues(
    language: WorkbookLanguage,
    issues: AsyncIterable<readonly ImportIssue[]>,
  ): Readable;
}
