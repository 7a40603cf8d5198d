import type { Writable } from 'node:stream';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';

/** Language of headings and sentences in a workbook. */
export type WorkbookLanguage = 'id' | 'en';

/** Writes the .xlsx files that people download. No value becomes a formula. */
export abstract class RecipientWorkbooks {
  /** The example list: a heading and `rows`, every cell as text. */
  abstract writeList(
    target: Writable,
    headers: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void>;

  /** The rows that were not taken, with their reasons: one sheet for each kind that has any. */
  abstract writeIssues(
    target: Writable,
    language: WorkbookLanguage,
    issues: AsyncIterable<readonly ImportIssue[]>,
  ): Promise<void>;
}
