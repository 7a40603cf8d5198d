import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { JobLeases } from '../../../platform/jobs/job-leases.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { PurgeBroadcasts } from './purge-broadcasts.js';

/** Time between two rounds, in milliseconds. */
const ROUND = 60 * 60 * 1000;

const DAY = 24 * 60 * 60 * 1000;

const JOB = 'retention';

/** Deletes the people of old broadcasts, at boot and every hour, in one process of the installation. */
@Injectable()
export class RetentionJanitor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly shutdown = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly purge: PurgeBroadcasts,
    private readonly jobs: JobLeases,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Pick<Config, 'retentionDays' | 'role'>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'worker' || this.config.retentionDays === null) return;
    this.work = this.rounds(this.config.retentionDays * DAY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.abort();
    await this.work;
  }

  private async rounds(kept: number): Promise<void> {
    const { signal } = this.shutdown;
    while (!signal.aborted) {
      await this.round(kept).catch((error: unknown) => {
        this.log.error('Old data of recipients could not be deleted', error);
      });
      await this.clock.wait(ROUND, signal);
    }
  }

  private async round(kept: number): Promise<void> {
    let purged = false;
    while (!this.shutdown.signal.aborted && (await this.jobs.hold(JOB))) {
      const now = this.clock.now();
      if (!(await this.purge.next(now - kept, now))) break;
      purged = true;
    }
    if (purged) await this.database.scrub();
    await this.jobs.release(JOB);
  }
}
