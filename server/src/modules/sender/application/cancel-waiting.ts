import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { BulkMoves } from './ports/bulk-moves.js';
import { RunProgressed } from './sender-events.js';

/** Recipients of one unit: a few milliseconds, in which a claim of another run has to wait. */
const AT_A_TIME = 1_000;

/** Cancels everybody who waits in a run that was cancelled. */
@Injectable()
export class CancelWaiting {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly bulk: BulkMoves,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Can be called again for a run whose cancelling was interrupted. */
  async run(broadcastId: string): Promise<void> {
    for (;;) {
      const moved = await this.unit.run(async () => {
        this.events.publish(new RunProgressed(broadcastId));
        return this.bulk.cancelWaiting(broadcastId, AT_A_TIME, this.clock.now());
      });
      if (moved < AT_A_TIME) return;
    }
  }
}
