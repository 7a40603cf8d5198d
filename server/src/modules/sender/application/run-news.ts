import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { RunRepository } from './ports/run-repository.js';
import { RunViews } from './run-views.js';

/** At most two pieces of news a second of each run: faster than a person can read. */
const QUIET = 500;

/** Tells live streams how runs stand. */
@Injectable()
export class RunNews {
  /** Runs of which was told a moment ago, and whether they have changed since. */
  private readonly told = new Map<string, boolean>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly views: RunViews,
    private readonly live: LiveHub,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The run has changed: told at once, or when its quiet time is over. The last change is always told. */
  changed(broadcastId: string): void {
    if (this.told.has(broadcastId)) this.told.set(broadcastId, true);
    else void this.tell(broadcastId);
  }

  private async tell(broadcastId: string): Promise<void> {
    do {
      this.told.set(broadcastId, false);
      try {
        await this.publish(broadcastId);
      } catch (error) {
        this.log.error('News of a run could not be told', error, { broadcastId });
      }
      await this.clock.wait(QUIET);
    } while (this.told.get(broadcastId) === true);
    this.told.delete(broadcastId);
  }

  private async publish(broadcastId: string): Promise<void> {
    const run = await this.unit.run(async () => {
      const [found] = await this.runs.find([broadcastId]);
      return found && this.views.of(found);
    });
    if (run) this.live.publish('broadcasts:read', { type: 'run-changed', broadcastId, run });
  }
}
