import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import { ImportNews } from './import-news.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { Uploads } from './ports/uploads.js';
import { ListGone } from './row-store.js';

/** Makes a list whose rows are all stored ready for a broadcast. */
@Injectable()
export class FinishImport {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly uploads: Uploads,
    private readonly news: ImportNews,
  ) {}

  /**
   * Answers the list as it is now. Throws when its counts do not add up or it was given up: then it
   * is as it was.
   */
  async run(list: RecipientImport, variableNames: readonly string[]): Promise<RecipientImport> {
    const ready = await this.unit.run(async () => {
      const change = { variableNames, storedName: null };
      if (!(await this.imports.move(list.id, 'reading', 'ready', change))) {
        throw new ListGone(list.id);
      }
      const found = await this.imports.find(list.id);
      if (!found) throw new ListGone(list.id);
      const { rows, accepted, rejected, duplicates } = found.counts;
      if (accepted + rejected + duplicates !== rows) throw new Error('Rows were lost on the way');
      return found;
    });
    this.news.changed(ready);
    if (list.storedName !== null) await this.uploads.remove(list.storedName);
    return ready;
  }
}
