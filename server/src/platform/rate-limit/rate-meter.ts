import type { RateRule } from './rate-rule.js';

/** Counts requests by keys. */
export abstract class RateMeter {
  /** Counts one request of `key`: 0 when `rule` grants it, else the milliseconds to wait. */
  abstract take(key: string, rule: RateRule): Promise<number>;
}
