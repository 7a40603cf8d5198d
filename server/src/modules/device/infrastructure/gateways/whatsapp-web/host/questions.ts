import type { Clock } from '../../../../../../platform/kernel/clock.js';

/** Whether the product is waiting for an answer, or has asked nothing for a while. */
export class Questions {
  private readonly clock: Clock;
  private open = 0;
  private restingSince: number;

  constructor(clock: Clock) {
    this.clock = clock;
    this.restingSince = clock.now();
  }

  /** Counts a question until its answer, good or bad. */
  async count<Answer>(answering: Promise<Answer>): Promise<Answer> {
    this.open += 1;
    try {
      return await answering;
    } finally {
      this.open -= 1;
      this.restingSince = this.clock.now();
    }
  }

  /** Whether nothing is being answered, and nothing was for `milliseconds`. */
  haveRestedFor(milliseconds: number): boolean {
    return this.open === 0 && this.clock.now() - this.restingSince >= milliseconds;
  }
}
