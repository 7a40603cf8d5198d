import type { Tally } from '../../domain/tally.js';

/** What the rules remember of numbers. Every call runs in the caller's unit of work. */
export abstract class NumberTallies {
  /** Tallies of those numbers (E.164) that have one. */
  abstract find(phones: readonly string[]): Promise<ReadonlyMap<string, Tally>>;

  /** The tally of a number, a new one when it has none, held until the end of the unit. */
  abstract hold(phone: string): Promise<Tally>;

  /** Stores the tally of a number that is held. */
  abstract save(phone: string, tally: Tally): Promise<void>;
}
