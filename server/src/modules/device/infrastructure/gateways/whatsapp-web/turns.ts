import type { Clock } from '../../../../../platform/kernel/clock.js';

/** Lets callers go one after the other, at least a pause apart; the first one at once. */
export class Turns {
  private nextAt = 0;

  constructor(
    private readonly clock: Clock,
    private readonly pauseMs: number,
  ) {}

  /** Resolves when it is the caller's turn, or when `signal` aborts. */
  async next(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + this.pauseMs;
    await this.clock.wait(at - now, signal);
  }
}
