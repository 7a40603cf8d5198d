import * as prom from 'prom-client';
import type { Clock } from '../kernel/clock.js';
import type { Log } from '../logging/log.js';
import { Metrics } from './metrics.js';
import type { Counter, Histogram, LabelSets, LabelsOf, Measure, Sample } from './metrics.js';

/** Longer than this no value is waited for, in milliseconds: Prometheus gives up after ten seconds. */
const PATIENCE_MS = 5_000;

/** Stands for a value that a label cannot have. */
const OTHER = 'other';

/** Looks up current values, and leaves none where it cannot. */
interface Reader {
  read(): Promise<void>;
  forget(): void;
  /** A look that has not ended: another one would only queue behind it. */
  pending: Promise<void> | null;
}

/** Metrics in the text format of Prometheus, with those of the process itself (memory, event loop). */
export class PrometheusMetrics extends Metrics {
  private readonly registry = new prom.Registry();
  private readonly readers: Reader[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
    prom.collectDefaultMetrics({ register: this.registry });
  }

  /** Media type of `text`. */
  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything that is known at this moment; within a few seconds, whatever is away. */
  async text(): Promise<string> {
    await Promise.all(this.readers.map((reader) => this.refresh(reader)));
    return this.registry.metrics();
  }

  counter<L extends LabelSets>(measure: Measure<L>): Counter<L> {
    const counter = new prom.Counter(this.optionsOf(measure));
    // A series that is there from the start shows its first event as one.
    for (const labels of combinations(measure.labels)) counter.inc(labels, 0);
    return {
      add: (labels: LabelsOf<L>, by = 1) => {
        counter.inc(closed(measure.labels, labels), by);
      },
    };
  }

  histogram<L extends LabelSets>(measure: Measure<L>, bounds: readonly number[]): Histogram<L> {
    const histogram = new prom.Histogram({ ...this.optionsOf(measure), buckets: [...bounds] });
    for (const labels of combinations(measure.labels)) histogram.zero(labels);
    return {
      observe: (labels: LabelsOf<L>, value: number) => {
        histogram.observe(closed(measure.labels, labels), value);
      },
    };
  }

  gauges<K extends string>(
    measures: Readonly<Record<K, Measure<LabelSets>>>,
    read: () => Promise<Readonly<Record<K, readonly Sample[]>>>,
  ): void {
    const known = Object.entries<Measure<LabelSets>>(measures).map(([key, measure]) => ({
      key: key as K,
      measure,
      gauge: new prom.Gauge(this.optionsOf(measure)),
    }));
    const forget = (): void => {
      for (const { gauge } of known) gauge.reset();
    };
    this.readers.push({
      pending: null,
      forget,
      read: async () => {
        const samples = await read();
        forget();
        for (const { key, measure, gauge } of known) {
          for (const { labels, value } of samples[key]) {
            gauge.set(closed(measure.labels, labels), value);
          }
        }
      },
    });
  }

  private async refresh(reader: Reader): Promise<void> {
    const read = (reader.pending ??= reader.read().finally(() => (reader.pending = null)));
    const over = new AbortController();
    try {
      await Promise.race([
        read,
        this.clock.wait(PATIENCE_MS, over.signal).then(() => {
          throw new Error('It does not answer in time');
        }),
      ]);
    } catch (error) {
      reader.forget();
      this.log.warn('Some metrics have no value', { cause: (error as Error).message });
    } finally {
      over.abort();
    }
  }

  private optionsOf({ name, help, labels }: Measure<LabelSets>) {
    return { name, help, labelNames: Object.keys(labels), registers: [this.registry] };
  }
}

/** `labels` with nothing in them that the measure does not know. */
function closed(sets: LabelSets, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sets).map(([name, values]) => {
      const value = labels[name] ?? OTHER;
      return [name, values.length === 0 || values.includes(value) ? value : OTHER];
    }),
  );
}

/** Every combination of the values of labels; none where they are not known beforehand. */
function combinations(sets: LabelSets): Record<string, string>[] {
  return Object.entries(sets).reduce<Record<string, string>[]>(
    (before, [name, values]) =>
      before.flatMap((labels) => values.map((value) => ({ ...labels, [name]: value }))),
    [{}],
  );
}
