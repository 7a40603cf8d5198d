import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { BulkMoves } from './ports/bulk-moves.js';
import { RunRepository } from './ports/run-repository.js';
import { SafeModeAlarms } from './ports/safe-mode-alarms.js';
import { RunSteps } from './run-steps.js';

/** Recipients of one unit: a few milliseconds. */
const AT_A_TIME = 1_000;

/** Moves of recipients that may have been sent to, in small units. */
@Injectable()
export class DoubtMoves {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly bulk: BulkMoves,
    private readonly alarms: SafeModeAlarms,
    private readonly steps: RunSteps,
    private readonly clock: Clock,
    private readonly runs: RunRepository,
  ) {}

  /** Those of the broadcast who wait, up to that recipient. The run ends when nobody is left. */
  async upTo(alarmId: string, broadcastId: string, recipientId: number): Promise<void> {
    for (;;) {
      const moved = await this.unit.run(async () => {
        const moved = await this.bulk.doubt(broadcastId, recipientId, AT_A_TIME, this.clock.now());
        if (moved > 0) await this.alarms.count(alarmId, 0, moved);
        const run = await this.runs.latest(broadcastId);
        if (run) await this.steps.finishIfDone(run);
        return moved;
      });
      if (moved < AT_A_TIME) return;
    }
  }

  /** One more was paused. In the caller's unit of work. */
  async countBroadcast(alarmId: string): Promise<void> {
    await this.alarms.count(alarmId, 1, 0);
  }

  /** The message needs no attempt in the database any more. */
  async account(messageId: string): Promise<void> {
    await this.unit.run(() => this.alarms.account(messageId, this.clock.now()));
  }
}
