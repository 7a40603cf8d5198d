import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Log } from '../logging/log.js';
import { isDatabaseAway } from './database-away.js';

/** Waits between tries, in milliseconds; the last one is repeated. */
const WAITS = [250, 1_000, 4_000, 15_000, 30_000];

/** After that the process gives up and leaves it to the next start: it is in memory only until then. */
const PATIENCE = 300_000;

/**
 * Writes down what was learned, through an absence of the database: what WhatsApp said is told once,
 * and nothing may be handed over again to hear it a second time. What is stored this way must do no harm
 * when it is stored twice: of a commit that was cut off nobody knows whether it happened.
 */
@Injectable()
export class UntilStored {
  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Runs `store` until it succeeds, for five minutes at most. Rejects with its last error then, or with
   * one that is not worth another try.
   */
  async run(
    store: () => Promise<void>,
    isWorthIt: (error: unknown) => boolean = () => true,
  ): Promise<void> {
    const started = this.clock.now();
    for (let tries = 0; ; tries++) {
      try {
        await store();
        return;
      } catch (error) {
        if (!isWorthIt(error) || this.clock.now() - started >= PATIENCE) throw error;
        this.log.error('News could not be stored, trying again', error);
      }
      await this.clock.wait(WAITS[Math.min(tries, WAITS.length - 1)] ?? 0);
    }
  }

  /** The same for news that nobody waits for. Never rejects: the log has what could not be stored. */
  async later(news: Promise<() => Promise<void>>): Promise<void> {
    try {
      await this.run(await news);
    } catch (error) {
      this.log.error('News was lost', error);
    }
  }

  /** Runs `store` through an absence of the database, and not again after any other fault. Never rejects. */
  async whileAway(store: () => Promise<void>): Promise<void> {
    try {
      await this.run(store, isDatabaseAway);
    } catch (error) {
      this.log.error('News was lost', error);
    }
  }
}
