import { Injectable } from '@nestjs/common';
import type {
  ImportIssue,
  ImportIssueFilter,
  ImportIssuePage,
} from '#contracts/recipient-import.contract.js';
import type { RecipientFilter, RecipientPage } from '#contracts/recipient.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { GetImport } from './get-import.js';
import { ImportIssues } from './ports/import-issues.js';
import { Recipients } from './ports/recipients.js';

/** Issues that are read at a time for the workbook. */
const ISSUES_PER_READ = 500;

/** The rows of a list: those that became recipients, and those that did not. */
@Injectable()
export class ListImportRows {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly lists: GetImport,
    private readonly recipients: Recipients,
    private readonly issues: ImportIssues,
  ) {}

  /** One page of recipients. Refuses IMPORT.NOT_FOUND. */
  async recipientPage(
    importId: string,
    filter: RecipientFilter,
    onlooker: Onlooker,
  ): Promise<RecipientPage> {
    return this.unit.run(async () => {
      await this.lists.find(importId, onlooker);
      return this.recipients.page(importId, filter);
    });
  }

  /** One page of issues. Refuses IMPORT.NOT_FOUND. */
  async issuePage(
    importId: string,
    filter: ImportIssueFilter,
    onlooker: Onlooker,
  ): Promise<ImportIssuePage> {
    return this.unit.run(async () => {
      await this.lists.find(importId, onlooker);
      return this.issues.page(importId, filter);
    });
  }

  /** All issues, the rejected ones first, some at a time, each time in a unit of its own. */
  async *allIssues(importId: string): AsyncGenerator<readonly ImportIssue[]> {
    for (const kind of ['rejected', 'duplicate'] as const) {
      let after = 0;
      for (;;) {
        const page = await this.unit.run(() =>
          this.issues.after(importId, kind, after, ISSUES_PER_READ),
        );
        const last = page.at(-1);
        if (!last) break;
        yield page;
        after = last.id;
      }
    }
  }
}
