import { Injectable } from '@nestjs/common';
import { remainingOf } from '../domain/counters.js';
import { RunRepository } from './ports/run-repository.js';
import type { Run } from './ports/run-repository.js';
import { RunSteps } from './run-steps.js';

/** What a device has under way. */
@Injectable()
export class ActiveRuns {
  constructor(
    private readonly runs: RunRepository,
    private readonly steps: RunSteps,
  ) {}

  /**
   * Its runs that are sending or paused, in the order in which they were started, as they were found;
   * those that are done are ended. In the caller's unit of work.
   */
  async of(deviceId: string): Promise<Run[]> {
    const active = await this.runs.activeOf(deviceId);
    for (const run of active) {
      if (remainingOf(run.counts) === 0) await this.steps.finishIfDone(run);
    }
    return active;
  }
}
