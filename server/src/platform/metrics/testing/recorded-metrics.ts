import { Metrics } from '../metrics.js';
import type { Counter, Histogram, LabelSets, LabelsOf, Measure } from '../metrics.js';

/** What was recorded, for tests. */
export class RecordedMetrics extends Metrics {
  private readonly recorded: { name: string; labels: object; value: number }[] = [];

  /** Every record of the measure, in its order: its labels and its value. */
  of(name: string): [object, number][] {
    return this.recorded
      .filter((record) => record.name === name)
      .map(({ labels, value }) => [labels, value]);
  }

  counter<L extends LabelSets>({ name }: Measure<L>): Counter<L> {
    return {
      add: (labels: LabelsOf<L>, by = 1) => this.recorded.push({ name, labels, value: by }),
    };
  }

  histogram<L extends LabelSets>({ name }: Measure<L>): Histogram<L> {
    return {
      observe: (labels: LabelsOf<L>, value: number) => this.recorded.push({ name, labels, value }),
    };
  }

  gauges(): void {
    // Looked up by nobody.
  }
}
