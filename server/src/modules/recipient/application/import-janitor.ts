import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { ListDiscarded } from './list-events.js';
import { RemoveDiscardedLists } from './remove-discarded-lists.js';
import { TidyImports } from './tidy-imports.js';

/** Time between two rounds, in milliseconds. */
const ROUND = 60 * 60 * 1000;

/** Tidies up at boot, every hour, and when a list was given up. Processes that serve no screens do not. */
@Injectable()
export class ImportJanitor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  /** One thing after the other: two removals of the same list would only wait for each other. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly tidy: TidyImports,
    private readonly removal: RemoveDiscardedLists,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'worker') return;
    await this.tidy.endInterrupted();
    await this.tidy.removeStrayUploads(0);
    this.events.subscribe(ListDiscarded, () => {
      this.enqueue((signal) => this.removal.run(signal));
    });
    void this.rounds();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    await this.work;
  }

  /** Resolves once nothing is left to do for now. */
  async idle(): Promise<void> {
    await this.work;
  }

  private async rounds(): Promise<void> {
    const { signal } = this.shutdown;
    while (!signal.aborted) {
      this.enqueue(async () => {
        await this.tidy.discardUnattached();
        await this.tidy.removeStrayUploads();
        await this.removal.run(signal);
      });
      await this.clock.wait(ROUND, signal);
    }
  }

  private enqueue(job: (signal: AbortSignal) => Promise<void>): void {
    this.work = this.work
      .then(() => job(this.shutdown.signal))
      .catch((error: unknown) => {
        this.log.error('Tidying up lists of recipients failed', error);
      });
  }
}
