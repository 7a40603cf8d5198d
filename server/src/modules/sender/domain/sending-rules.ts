import type { Hours } from './night.js';
import type { Gap } from './pace.js';

/**
 * What keeps a real number from being taken for a spammer, beside the gap between two messages. Null
 * where a rule is switched off. The settings hold the defaults and where they come from.
 */
export interface SendingRules {
  /** When messages of broadcasts may be handed over. Never across midnight. */
  readonly hours: Hours | null;
  /** Hand-overs of one day in Jakarta, at most. */
  readonly dailyCap: number | null;
  /** Lower caps of the first days of a number that has not sent much yet; may be empty. */
  readonly warmUp: readonly number[];
  /** After so many hand-overs without a rest: a pause of that range, in milliseconds. */
  readonly longPause: { readonly every: number; readonly pause: Gap } | null;
  /** So many of so many latest hand-overs that WhatsApp did not accept stop the number. */
  readonly failureStop: { readonly failures: number; readonly of: number } | null;
}
