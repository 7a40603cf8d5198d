import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';

/** Waits between tries, in milliseconds; the last one is repeated. */
const WAITS = [250, 1_000, 4_000, 15_000, 30_000];

/** After that the process gives up and leaves it to the next start: it is in memory only until then. */
const PATIENCE = 300_000;

/**
 * Writes down what was learned, through an absence of the database: what WhatsApp said is told once,
 * and nothing may be handed over again to hear it a second time.
 */
@Injectable()
export class UntilStored {
  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Runs `store` until it succeeds, for five minutes at most. Rejects with its last error then. */
  async run(store: () => Promise<void>): Promise<void> {
    const started = this.clock.now();
    for (let tries = 0; ; tries++) {
      try {
        await store();
        return;
      } catch (error) {
        if (this.clock.now() - started >= PATIENCE) throw error;
        this.log.error('What became of a message could not be stored, trying again', error);
      }
      await this.clock.wait(WAITS[Math.min(tries, WAITS.length - 1)] ?? 0);
    }
  }

  /** The same for news that nobody waits for. Never rejects: the log has what could not be stored. */
  async later(news: Promise<() => Promise<void>>): Promise<void> {
    try {
      await this.run(await news);
    } catch (error) {
      this.log.error('News of a message was lost', error);
    }
  }
}
