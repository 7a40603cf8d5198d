import type { SheetRow } from '../../domain/sheet-cell.js';

/** An opened file: one sheet of rows, to be read once. */
export interface SheetSource {
  readonly format: 'xlsx' | 'csv';
  /** Name of the sheet as its tab shows it; null where the format has none. */
  readonly sheetName: string | null;
  /**
   * The rows that hold something, in their order, some at a time. Nothing is read ahead of the
   * consumer; leaving the loop early releases the file.
   *
   * @throws FileRefused when the file turns out damaged, harmful or too large
   */
  rows(): AsyncGenerator<SheetRow[], void, undefined>;
}
