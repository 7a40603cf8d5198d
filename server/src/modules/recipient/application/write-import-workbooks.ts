import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { GetImport } from './get-import.js';
import { ListImportRows } from './list-import-rows.js';
import { RecipientWorkbooks } from './ports/recipient-workbooks.js';
import type { WorkbookLanguage } from './ports/recipient-workbooks.js';
import { samplePatients } from './sample-list.js';

/** Writes the workbooks that people download while they prepare a list. */
@Injectable()
export class WriteImportWorkbooks {
  constructor(
    private readonly lists: GetImport,
    private readonly rows: ListImportRows,
    private readonly workbooks: RecipientWorkbooks,
    private readonly clock: Clock,
  ) {}

  /** The example list of fictional patients, some rows wrong on purpose. */
  template(): Readable {
    return this.workbooks.sample(samplePatients(this.clock.now()));
  }

  /** The rows of a list that were not taken, with their reasons. Refuses IMPORT.NOT_FOUND. */
  async rejectedRows(
    importId: string,
    language: WorkbookLanguage,
    onlooker: Onlooker,
  ): Promise<Readable> {
    await this.lists.run(importId, onlooker);
    return this.workbooks.issues(language, this.rows.allIssues(importId));
  }
}
