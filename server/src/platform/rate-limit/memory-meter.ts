import type { Clock } from '../kernel/clock.js';
import { RateMeter } from './rate-meter.js';
import { taken } from './rate-rule.js';
import type { RateRule } from './rate-rule.js';

/** Keys kept in mind; a flood of made-up ones pushes out those that were asked for longest ago. */
const MOST_KEPT = 20_000;

/** The meter of this process alone. A restart forgives. */
export class MemoryMeter extends RateMeter {
  private readonly dues = new Map<string, number>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {
    super();
  }

  take(key: string, rule: RateRule): Promise<number> {
    const outcome = taken(this.dues.get(key) ?? null, rule, this.clock.now());
    if ('wait' in outcome) return Promise.resolve(outcome.wait);
    // A Map keeps the order of insertion.
    this.dues.delete(key);
    const [oldest] = this.dues.keys();
    if (this.dues.size >= MOST_KEPT && oldest !== undefined) this.dues.delete(oldest);
    this.dues.set(key, outcome.due);
    return Promise.resolve(0);
  }
}
