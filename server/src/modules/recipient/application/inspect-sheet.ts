import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import { ImportFailures, Interrupted } from './import-failures.js';
import { ImportNews } from './import-news.js';
import { RecipientImports } from './ports/recipient-imports.js';
import { SheetReader } from './ports/sheet-reader.js';
import { Uploads } from './ports/uploads.js';
import { storedPreview } from './stored-preview.js';

/** Looks into an uploaded file, so that a person can say which column is which. */
@Injectable()
export class InspectSheet {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly imports: RecipientImports,
    private readonly reader: SheetReader,
    private readonly uploads: Uploads,
    private readonly news: ImportNews,
    private readonly failures: ImportFailures,
  ) {}

  /** @param list as it was added, with its file */
  async run(list: RecipientImport, signal: AbortSignal): Promise<void> {
    try {
      const file = this.uploads.path(list.storedName ?? '');
      const preview = storedPreview(await this.reader.preview(file, { signal }));
      const moved = await this.unit.run(() =>
        this.imports.move(list.id, 'inspecting', 'choosing-columns', { preview }),
      );
      if (moved) this.news.changed({ ...list, state: 'choosing-columns', preview });
    } catch (error) {
      await this.failures.record(list, signal.aborted ? new Interrupted() : error);
    }
  }
}
