import type { ReadBatch, ReadSummary, SheetPreview } from '../application/ports/sheet-reader.js';
import type { FileRefusal } from '../domain/file-refusal.js';
import type { ReasonParams } from '../domain/reject-reasons.js';
import type { ColumnChoice } from '../domain/sheet-layout.js';
import type { ReadingLimits } from './sheet/reading-limits.js';

/** What a child process is asked to do with one file; it does one job and ends. */
export type ImportJob =
  | { readonly mode: 'preview'; readonly file: string; readonly limits: ReadingLimits }
  | {
      readonly mode: 'read';
      readonly file: string;
      readonly limits: ReadingLimits;
      readonly columns: ColumnChoice;
    };

/** From parent to child: first the job, then one `stored` for every batch that was. */
export type ToChild =
  { readonly type: 'job'; readonly job: ImportJob } | { readonly type: 'stored' };

/** From child to parent; the last message is one of `preview`, `done` and `refused`. */
export type FromChild =
  | { readonly type: 'batch'; readonly batch: ReadBatch }
  | { readonly type: 'preview'; readonly result: SheetPreview }
  | { readonly type: 'done'; readonly result: ReadSummary }
  | { readonly type: 'refused'; readonly code: FileRefusal; readonly params: ReasonParams };

/** Batches that the child may send before the first of them is stored: one is on its way while one is stored. */
export const BATCH_WINDOW = 2;
