import { Injectable } from '@nestjs/common';
import { ImportSource } from '#contracts/recipient-import.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import type { Counter, Histogram, LabelSets } from '../../../platform/metrics/metrics.js';
import type { RecipientImport } from '../domain/recipient-import.js';

const LISTS = { source: ImportSource.options, outcome: ['ready', 'failed'] as const };
const ROWS = {
  source: ImportSource.options,
  result: ['accepted', 'rejected', 'duplicate'] as const,
};

/** Upper bounds in seconds: 100,000 rows take some seconds on a small server. */
const BOUNDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Measures how lists of recipients are read. */
@Injectable()
export class ImportMeter {
  private readonly lists: Counter<typeof LISTS>;
  private readonly rows: Counter<typeof ROWS>;
  private readonly durations: Histogram<LabelSets>;
  /** Since when a file is being read, by the id of its list. */
  private readonly begun = new Map<string, number>();

  constructor(
    metrics: Metrics,
    private readonly clock: Clock,
  ) {
    this.lists = metrics.counter({
      name: 'prima_imports_total',
      help: 'Lists of recipients that were read, or could not be',
      labels: LISTS,
    });
    this.rows = metrics.counter({
      name: 'prima_import_rows_total',
      help: 'Rows of lists that were read to their end, by what became of them',
      labels: ROWS,
    });
    this.durations = metrics.histogram(
      {
        name: 'prima_import_duration_seconds',
        help: 'From the choice of columns until all rows of a file were stored',
        labels: {},
      },
      BOUNDS,
    );
  }

  /** The list came into another state. */
  changed({ id, source, state, counts }: RecipientImport): void {
    if (state === 'reading') this.begun.set(id, this.clock.now());
    if (state !== 'ready' && state !== 'failed') return;
    this.lists.add({ source, outcome: state });
    const began = this.begun.get(id);
    this.begun.delete(id);
    if (state === 'failed') return;
    this.rows.add({ source, result: 'accepted' }, counts.accepted);
    this.rows.add({ source, result: 'rejected' }, counts.rejected);
    this.rows.add({ source, result: 'duplicate' }, counts.duplicates);
    if (began !== undefined) this.durations.observe({}, (this.clock.now() - began) / 1000);
  }
}
