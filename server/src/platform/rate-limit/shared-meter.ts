import type { Clock } from '../kernel/clock.js';
import type { Log } from '../logging/log.js';
import { RateMeter } from './rate-meter.js';
import type { RateRule } from './rate-rule.js';

/** How long the shared meter is left alone after it failed, in milliseconds: nobody waits for it in vain. */
const LEFT_ALONE = 1_000;

/**
 * The meter that all processes share; while it does not answer, one of this process with half of what the
 * rules allow. Never none: an attacker who can take Redis away must not gain by it.
 */
export class SharedMeter extends RateMeter {
  private askAgainAt = 0;
  private isAway = false;

  constructor(
    private readonly shared: RateMeter,
    private readonly own: RateMeter,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly log: Pick<Log, 'warn'>,
  ) {
    super();
  }

  async take(key: string, rule: RateRule): Promise<number> {
    if (this.clock.now() >= this.askAgainAt) {
      try {
        const wait = await this.shared.take(key, rule);
        this.isAway = false;
        return wait;
      } catch {
        this.askAgainAt = this.clock.now() + LEFT_ALONE;
        if (!this.isAway) this.log.warn('Requests are counted by this process alone: no Redis');
        this.isAway = true;
      }
    }
    return this.own.take(key, { ...rule, count: Math.max(1, Math.floor(rule.count / 2)) });
  }
}
