import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ListImportRows } from './list-import-rows.js';
import { RecipientWorkbooks } from './ports/recipient-workbooks.js';
import type { WorkbookLanguage } from './ports/recipient-workbooks.js';
import { SAMPLE_HEADERS, sampleRows } from './sample-list.js';

/** Writes the workbooks that people download while they prepare a list. */
@Injectable()
export class WriteImportWorkbooks {
  constructor(
    private readonly rows: ListImportRows,
    private readonly workbooks: RecipientWorkbooks,
  ) {}

  /** The example list of 50 fictional patients, some rows wrong on purpose. */
  async template(target: Writable): Promise<void> {
    await this.workbooks.writeList(target, SAMPLE_HEADERS, sampleRows());
  }

  /** The rows of a list that were not taken, with their reasons. The list must exist. */
  async rejectedRows(
    importId: string,
    language: WorkbookLanguage,
    target: Writable,
  ): Promise<void> {
    await this.workbooks.writeIssues(target, language, this.rows.allIssues(importId));
  }
}
