import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { RunRepository } from './ports/run-repository.js';
import { RunViews } from './run-views.js';

/** At most two pieces of news a second of each run: faster than a person can read. */
const QUIET = 500;

/** Until the next try when the database was away, in milliseconds. */
const AFTER_FAILURE = 5_000;

/** Tells live streams how runs stand: all that have changed together, so that many cost little more than one. */
@Injectable()
export class RunNews implements OnModuleDestroy {
  /** Runs that have changed since they were told of. */
  private readonly news = new Set<string>();
  private telling = false;
  private readonly stopping = new AbortController();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly views: RunViews,
    private readonly live: LiveHub,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The run has changed: told at once, or when the quiet time is over. The last change is always told. */
  changed(broadcastId: string): void {
    this.news.add(broadcastId);
    if (!this.telling) void this.tell();
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private async tell(): Promise<void> {
    this.telling = true;
    while (this.news.size > 0 && !this.stopping.signal.aborted) {
      const broadcastIds = [...this.news];
      this.news.clear();
      const told = await this.publish(broadcastIds).then(
        () => true,
        (error: unknown) => {
          this.log.error('News of runs could not be told', error);
          // Perhaps the last of a run: nobody would tell how it ended.
          for (const broadcastId of broadcastIds) this.news.add(broadcastId);
          return false;
        },
      );
      await this.clock.wait(told ? QUIET : AFTER_FAILURE, this.stopping.signal);
    }
    this.telling = false;
  }

  private async publish(broadcastIds: readonly string[]): Promise<void> {
    const { runs, views } = await this.unit.run(async () => {
      const found = await this.runs.find(broadcastIds, 'all');
      return { runs: found, views: await this.views.ofAll(found) };
    });
    for (const { broadcastId, deviceId } of runs) {
      const run = views.get(broadcastId);
      const audience = { permission: 'broadcasts:read', devices: [deviceId] } as const;
      if (run) this.live.publish(audience, { type: 'run-changed', broadcastId, run });
    }
  }
}
