/**
 * The labels of a measure, each with all the values that it can have: so a number, a name or a text cannot
 * become one, and the series are as few as they look.
 */
export type LabelSets = Readonly<Record<string, readonly string[]>>;

/** For a label whose values the code itself bounds: the patterns of routes. */
export const BOUNDED_BY_CODE: readonly string[] = [];

/** One value for each label of a measure. */
export type LabelsOf<L extends LabelSets> = { readonly [Name in keyof L]: L[Name][number] };

/** Something that is measured, as Prometheus shows it. */
export interface Measure<L extends LabelSets> {
  /** `prima_…`, with its unit; counters end in `_total`. docs/operations.md lists every one. */
  readonly name: string;
  /** One line for whoever reads the raw metrics. */
  readonly help: string;
  readonly labels: L;
}

/** How often something happened, since the process started. */
export interface Counter<L extends LabelSets> {
  add(labels: LabelsOf<L>, by?: number): void;
}

/** How large or how long something was, each time. */
export interface Histogram<L extends LabelSets> {
  observe(labels: LabelsOf<L>, value: number): void;
}

/** What something is at this moment. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Where the product says what it does, for those who watch it from outside. Recording costs next to nothing
 * and never fails. Names are said once per process.
 */
export abstract class Metrics {
  abstract counter<L extends LabelSets>(measure: Measure<L>): Counter<L>;

  /** @param bounds upper bounds of its buckets, ascending, in the unit of the name */
  abstract histogram<L extends LabelSets>(
    measure: Measure<L>,
    bounds: readonly number[],
  ): Histogram<L>;

  /**
   * What is looked up whenever somebody reads the metrics. While `read` fails or takes too long these
   * measures have no value, rather than an old one.
   */
  abstract gauges<K extends string>(
    measures: Readonly<Record<K, Measure<LabelSets>>>,
    read: () => Promise<Readonly<Record<K, readonly Sample[]>>>,
  ): void;
}

/** Nobody watches: nothing is recorded. */
export class NoMetrics extends Metrics {
  counter<L extends LabelSets>(): Counter<L> {
    return { add: () => undefined };
  }

  histogram<L extends LabelSets>(): Histogram<L> {
    return { observe: () => undefined };
  }

  gauges(): void {
    // Nobody will ask.
  }
}
