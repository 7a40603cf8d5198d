import type { SheetPreview } from '#contracts/recipient-import.contract.js';
import type { SortedRows } from '../../domain/recipient-list.js';
import type { ColumnChoice } from '../../domain/sheet-layout.js';

export type { SheetPreview } from '#contracts/recipient-import.contract.js';

/**
 * Some rows of a sheet, sorted, in their order; at most 1,000.
 * accepted + rejected + duplicates = rowsRead, in every batch and in the whole.
 */
export type ReadBatch = Readonly<SortedRows>;

/** What a whole sheet came to. accepted + rejected + duplicates = rowsRead. */
export interface ReadSummary {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Names of the variables that the rows carry, without `nomor` and `nama`. */
  readonly variableNames: readonly string[];
}

/** How a caller gives up: the reading stops and the promise rejects with the signal's reason. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/**
 * Reads uploaded sheets. Knows nothing of where rows are kept.
 *
 * Both methods throw `FileRefused` when the file cannot be a list of recipients, or was written to
 * harm: nothing that a file holds can stop or slow down the process that asks.
 */
export abstract class SheetReader {
  /**
   * Looks at the beginning of the sheet so that a person can say which column is which.
   * `firstRows[i]` is row `i + 1` of the sheet as it is shown by a spreadsheet program (a blank row
   * is an empty array), at most the first 20; `headerRow` is found among the first 20 rows that hold
   * something.
   *
   * @param file absolute path
   */
  abstract preview(file: string, options?: ReadOptions): Promise<SheetPreview>;

  /**
   * Reads every row, in their order, and hands them on in batches. The next batches are read while
   * `onBatch` stores one, two at most. When the file is refused half way, batches were already handed
   * on: what was stored of them is the caller's to remove.
   *
   * @param file absolute path
   * @throws whatever `onBatch` throws, after the reading has stopped
   */
  abstract read(
    file: string,
    columns: ColumnChoice,
    onBatch: (batch: ReadBatch) => Promise<void>,
    options?: ReadOptions,
  ): Promise<ReadSummary>;
}
