import type {
  ImportIssue,
  ImportIssueFilter,
  ImportIssuePage,
} from '#contracts/recipient-import.contract.js';

/** Rows of lists that did not become recipients, each with its place and why. */
export abstract class ImportIssues {
  /** Writes issues down, in their order. */
  abstract add(importId: string, issues: readonly Omit<ImportIssue, 'id'>[]): Promise<void>;

  /** One page for the screen, in the order of the rows. */
  abstract page(importId: string, filter: ImportIssueFilter): Promise<ImportIssuePage>;

  /** At most `size` issues of one kind whose id is above `afterId`, in the order of the rows. */
  abstract after(
    importId: string,
    kind: ImportIssue['kind'],
    afterId: number,
    size: number,
  ): Promise<ImportIssue[]>;
}
