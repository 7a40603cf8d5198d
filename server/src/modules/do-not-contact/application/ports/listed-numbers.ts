import type { ListedNumber } from '../../domain/listed-number.js';

/** Which entries are asked for. */
export interface ListedQuestion {
  /** Only the one with this fingerprint. */
  readonly fingerprint?: string | undefined;
  /** Only entries with a smaller id; null: from the newest. */
  readonly before: string | null;
  readonly limit: number;
}

/** The stored list. Every call runs in the caller's unit of work. */
export abstract class ListedNumbers {
  /**
   * Puts a number on the list. False when it is there already, whoever is adding it right now, and when
   * its owner's wish is older than its last removal: that one was worked off already, and is only told
   * again.
   */
  abstract add(entry: ListedNumber): Promise<boolean>;

  abstract find(id: string): Promise<ListedNumber | null>;

  /** Takes it off the list, with everything but the fingerprint and the moment. False when it was not on it. */
  abstract remove(id: string, at: number): Promise<boolean>;

  /** Those of `fingerprints` that are on the list, as they were last committed. */
  abstract listed(fingerprints: readonly string[]): Promise<ReadonlySet<string>>;

  /** Whether nobody is on the list. */
  abstract isEmpty(): Promise<boolean>;

  /** Entries that fit, newest first, at most `limit`. */
  abstract newest(question: ListedQuestion): Promise<ListedNumber[]>;
}
