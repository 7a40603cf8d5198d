import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { AttachmentRemoved } from './attachment-events.js';
import { TidyAttachments } from './tidy-attachments.js';

/** Time between two rounds, in milliseconds. */
const ROUND = 60 * 60 * 1000;

/** Tidies up at boot, every hour, and when an attachment was removed. Where screens are served only. */
@Injectable()
export class AttachmentJanitor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly tidy: TidyAttachments,
    private readonly events: EventBus,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'worker') return;
    this.events.subscribe(AttachmentRemoved, ({ sha256 }) => {
      this.enqueue(() => this.tidy.removeContent(sha256));
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
        await this.tidy.removeUnused();
        await this.tidy.removeStrays();
      });
      await this.clock.wait(ROUND, signal);
    }
  }

  private enqueue(job: () => Promise<void>): void {
    this.work = this.work.then(job).catch((error: unknown) => {
      this.log.error('Tidying up attachments failed', error);
    });
  }
}
