import type { ReadBatch, ReadSummary, SheetPreview } from '../application/ports/sheet-reader.js';
import { DETECTION_ROWS, detectColumns } from '../domain/column-detection.js';
import { FileRefused } from '../domain/file-refusal.js';
import { noRows, RecipientList, type SortedRows } from '../domain/recipient-list.js';
import type { SheetRow } from '../domain/sheet-cell.js';
import { type ColumnChoice, layOut, type SheetLayout, toRawRow } from '../domain/sheet-layout.js';
import { openSheet } from './sheet/open-sheet.js';
import type { ReadingLimits } from './sheet/reading-limits.js';

/** Most rows of a batch: what the parent stores in one unit of work. */
export const BATCH_ROWS = 1_000;

/** Takes a batch; the next one waits until it has been taken. */
export type BatchSink = (batch: ReadBatch) => Promise<void> | void;

/** Longest text of a cell in a preview; cells may hold 32,767 characters. */
const PREVIEW_TEXT = 200;

/**
 * {@link SheetPreview} of a file. Runs where the file can do no harm: in the child process.
 *
 * @throws FileRefused
 */
export async function previewSheet(file: string, limits: ReadingLimits): Promise<SheetPreview> {
  const source = await openSheet(file, limits);
  const rows: SheetRow[] = [];
  for await (const some of source.rows()) {
    rows.push(...some);
    if (rows.length >= DETECTION_ROWS) break;
  }
  if (rows.length === 0) throw new FileRefused('empty-sheet', { sheet: source.sheetName });
  const detected = detectColumns(rows.slice(0, DETECTION_ROWS));
  return {
    format: source.format,
    sheetName: source.sheetName,
    headerRow: detected.headerRow,
    columns: detected.columns.map(({ index, header, samples }) => ({
      index,
      header: header.slice(0, PREVIEW_TEXT),
      samples: samples.map((text) => text.slice(0, PREVIEW_TEXT)),
    })),
    suggestion: { ...detected.suggestion },
    firstRows: firstRows(rows),
  };
}

/** Texts of the rows 1 to {@link DETECTION_ROWS} of the sheet, blank ones included. */
function firstRows(rows: readonly SheetRow[]): string[][] {
  const texts: string[][] = [];
  for (const { rowNumber, cells } of rows) {
    if (rowNumber > DETECTION_ROWS) break;
    while (texts.length < rowNumber - 1) texts.push([]);
    texts.push(cells.map((cell) => (cell?.text ?? '').slice(0, PREVIEW_TEXT)));
  }
  return texts;
}

/**
 * Reads and sorts every row of a file, handing on batches of at most {@link BATCH_ROWS}; the next batch
 * is begun when `onBatch` has resolved. Runs in the child process.
 *
 * @throws FileRefused
 */
export async function readSheet(
  file: string,
  choice: ColumnChoice,
  limits: ReadingLimits,
  onBatch: BatchSink,
): Promise<ReadSummary> {
  const source = await openSheet(file, limits);
  const sorter = new BatchSorter(limits.maxRows, onBatch);
  const first: SheetRow[] = [];
  let layout: SheetLayout | null = null;
  for await (const some of source.rows()) {
    const rows = some.filter(({ rowNumber }) => rowNumber >= (choice.headerRow ?? 0));
    if (layout !== null) {
      await sorter.sort(rows, layout);
      continue;
    }
    first.push(...rows);
    // The header and the rows below it that the layout looks at.
    if (first.length <= DETECTION_ROWS) continue;
    layout = layOut(first.slice(0, DETECTION_ROWS + 1), choice);
    await sorter.sort(first, layout);
  }
  if (layout === null) {
    layout = layOut(first, choice);
    await sorter.sort(first, layout);
  }
  return sorter.finish(layout.variableNames);
}

/** Collects sorted rows into batches and counts them. */
class BatchSorter {
  private readonly maxRows: number;
  private readonly onBatch: BatchSink;
  private list: RecipientList | null = null;
  private batch: SortedRows = noRows();
  private readonly counts = { rowsRead: 0, accepted: 0, rejected: 0, duplicates: 0 };

  constructor(maxRows: number, onBatch: BatchSink) {
    this.maxRows = maxRows;
    this.onBatch = onBatch;
  }

  async sort(rows: readonly SheetRow[], layout: SheetLayout): Promise<void> {
    this.list ??= new RecipientList(layout.variableNames);
    for (const row of rows) {
      const raw = toRawRow(row, layout);
      if (raw === null) continue;
      if (this.counts.rowsRead + this.batch.rowsRead === this.maxRows) {
        throw new FileRefused('too-many-rows', { limit: this.maxRows });
      }
      this.list.sort(raw, this.batch);
      if (this.batch.rowsRead === BATCH_ROWS) await this.handOn();
    }
  }

  async finish(variableNames: readonly string[]): Promise<ReadSummary> {
    if (this.batch.rowsRead > 0) await this.handOn();
    return { ...this.counts, variableNames };
  }

  private async handOn(): Promise<void> {
    const { batch, counts } = this;
    this.batch = noRows();
    counts.rowsRead += batch.rowsRead;
    counts.accepted += batch.accepted.length;
    counts.rejected += batch.rejected.length;
    counts.duplicates += batch.duplicates.length;
    await this.onBatch(batch);
  }
}
