import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '#contracts/recipient-import.contract.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import type { ColumnChoice } from '../domain/sheet-layout.js';
import { FinishImport } from './finish-import.js';
import { ImportFailures, Interrupted } from './import-failures.js';
import { ImportNews } from './import-news.js';
import { SheetReader } from './ports/sheet-reader.js';
import type { ReadBatch } from './ports/sheet-reader.js';
import { Uploads } from './ports/uploads.js';
import { RowStore } from './row-store.js';

/** Reads an uploaded file to its end and stores what it holds, batch by batch. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly reader: SheetReader,
    private readonly uploads: Uploads,
    private readonly rows: RowStore,
    private readonly news: ImportNews,
    private readonly finish: FinishImport,
    private readonly failures: ImportFailures,
  ) {}

  /** @param list in the state `reading`, with its file */
  async run(list: RecipientImport, columns: ColumnChoice, signal: AbortSignal): Promise<void> {
    let counts: ImportCounts = list.counts;
    const store = async (batch: ReadBatch): Promise<void> => {
      counts = sum(counts, await this.rows.store(list.id, batch));
      this.news.progressed({ ...list, counts });
    };
    try {
      const file = this.uploads.path(list.storedName ?? '');
      const summary = await this.reader.read(file, columns, store, { signal });
      if (summary.rowsRead !== counts.rows) {
        throw new Error(`${summary.rowsRead} rows were read but ${counts.rows} stored`);
      }
      await this.finish.run(list, summary.variableNames);
    } catch (error) {
      await this.failures.record(list, signal.aborted ? new Interrupted() : error);
    }
  }
}

function sum(before: ImportCounts, more: ImportCounts): ImportCounts {
  return {
    rows: before.rows + more.rows,
    accepted: before.accepted + more.accepted,
    rejected: before.rejected + more.rejected,
    duplicates: before.duplicates + more.duplicates,
    optedOut: before.optedOut + more.optedOut,
  };
}
