import { Inject, Injectable } from '@nestjs/common';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { FileRefused } from '../domain/file-refusal.js';
import { readFreetext } from '../domain/freetext.js';
import type { FreetextRows } from '../domain/freetext.js';
import { freetextImport } from '../domain/recipient-import.js';
import { RecipientList, noRows } from '../domain/recipient-list.js';
import { FinishImport } from './finish-import.js';
import { ImportFailures } from './import-failures.js';
import { ImportStarts } from './import-starts.js';
import { importView } from './import-view.js';
import { ROWS_PER_UNIT, RowStore } from './row-store.js';

/** Makes a list of what was typed or pasted. */
@Injectable()
export class ImportFreetext {
  constructor(
    private readonly starts: ImportStarts,
    private readonly rows: RowStore,
    private readonly finish: FinishImport,
    private readonly failures: ImportFailures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers once everything is stored. A list that is too long comes back as failed. */
  async run(text: string, actor: Actor): Promise<RecipientImportView> {
    const freetext = readFreetext(text);
    const list = await this.starts.start(actor, (start) =>
      freetextImport(start, freetext.variableNames),
    );
    try {
      const limit = this.config.importLimits.rows;
      if (freetext.rows.length > limit) throw new FileRefused('too-many-rows', { limit });
      await this.store(list.id, freetext);
      return importView(await this.finish.run(list, freetext.variableNames));
    } catch (error) {
      const failed = await this.failures.record(list, error);
      if (failed) return importView(failed);
      throw error;
    }
  }

  private async store(importId: string, { rows, variableNames }: FreetextRows): Promise<void> {
    const list = new RecipientList(variableNames);
    for (let at = 0; at < rows.length; at += ROWS_PER_UNIT) {
      const sorted = noRows();
      for (const row of rows.slice(at, at + ROWS_PER_UNIT)) list.sort(row, sorted);
      await this.rows.store(importId, sorted);
    }
  }
}
