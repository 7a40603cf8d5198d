import { SheetReader } from '../application/ports/sheet-reader.js';
import type {
  ReadBatch,
  ReadOptions,
  ReadSummary,
  SheetPreview,
} from '../application/ports/sheet-reader.js';
import type { ColumnChoice } from '../domain/sheet-layout.js';

/** A reader that reads what the test says, without a file or a process. */
export class ScriptedReader extends SheetReader {
  batches: ReadBatch[] = [];
  /** Thrown once the batches were handed on. */
  refusal: Error | null = null;
  /** What the summary says besides the batches: rows that were never handed on. */
  lostRows = 0;
  /** Called after each batch was stored, with the signal that calls the reading off. */
  afterBatch: (number: number, signal?: AbortSignal) => Promise<void> = () => Promise.resolve();
  /** Every file that was asked for. */
  readonly files: string[] = [];

  preview(file: string): Promise<SheetPreview> {
    this.files.push(file);
    if (this.refusal) return Promise.reject(this.refusal);
    return Promise.resolve({
      format: 'csv',
      sheetName: null,
      headerRow: 1,
      columns: [{ index: 0, header: 'Nomor', samples: [] }],
      suggestion: { phone: 0, name: null },
      firstRows: [['Nomor']],
    });
  }

  async read(
    file: string,
    _columns: ColumnChoice,
    onBatch: (batch: ReadBatch) => Promise<void>,
    { signal }: ReadOptions = {},
  ): Promise<ReadSummary> {
    this.files.push(file);
    const summary = { rowsRead: this.lostRows, accepted: 0, rejected: 0, duplicates: 0 };
    for (const [place, batch] of this.batches.entries()) {
      await onBatch(batch);
      await this.afterBatch(place + 1, signal);
      signal?.throwIfAborted();
      summary.rowsRead += batch.rowsRead;
      summary.accepted += batch.accepted.length;
      summary.rejected += batch.rejected.length;
      summary.duplicates += batch.duplicates.length;
    }
    if (this.refusal) throw this.refusal;
    return { ...summary, variableNames: ['poli'] };
  }
}
