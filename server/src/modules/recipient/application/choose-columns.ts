import { Injectable } from '@nestjs/common';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Onlooker } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import type { ColumnChoice } from '../domain/sheet-layout.js';
import { GetImport } from './get-import.js';
import { ImportNews } from './import-news.js';
import { ImportQueue } from './import-queue.js';
import { importView } from './import-view.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { ReadSheet } from './read-sheet.js';

/** Takes a person's choice of columns and begins to read the file. */
@Injectable()
export class ChooseColumns {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly lists: GetImport,
    private readonly queue: ImportQueue,
    private readonly read: ReadSheet,
    private readonly news: ImportNews,
  ) {}

  /** Answers at once. Refuses IMPORT.NOT_FOUND, IMPORT.NOT_CHOOSING, IMPORT.BUSY. */
  async run(
    importId: string,
    columns: ColumnChoice,
    onlooker: Onlooker,
  ): Promise<RecipientImportView> {
    this.queue.assertRoom();
    const list = await this.unit.run(async (): Promise<RecipientImport> => {
      const found = await this.lists.find(importId, onlooker);
      if (!(await this.imports.move(importId, 'choosing-columns', 'reading', { columns }))) {
        throw new DomainError('IMPORT.NOT_CHOOSING');
      }
      return { ...found, state: 'reading', columns };
    });
    this.news.changed(list);
    this.queue.start((signal) => this.read.run(list, columns, signal));
    return importView(list);
  }
}
