import { Injectable } from '@nestjs/common';
import type { RunView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ledger } from './ports/ledger.js';
import { RunRepository } from './ports/run-repository.js';
import { RunViews } from './run-views.js';
import { RunStateChanged } from './runs.js';
import type { RunOrder } from './runs.js';
import { WorkArrived } from './sender-events.js';

/** Kirim: begins to send what was confirmed, once. */
@Injectable()
export class StartRun {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly ledger: Ledger,
    private readonly views: RunViews,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts the run, or answers the one that the same idempotency key has started. Refuses
   * BROADCAST.ALREADY_SENT, naming who was first; BROADCAST.CONFIRMED_DIFFERS when the list has not
   * exactly the recipients of the order, all of them untouched, or other ones opted out.
   */
  async run(order: RunOrder, actor: Actor): Promise<RunView> {
    return this.unit.run(async () => {
      const { recipients, skipped, attachment, ...content } = order;
      const added = await this.runs.add({
        ...content,
        attachmentId: attachment?.id ?? null,
        attachmentSha256: attachment?.sha256 ?? null,
        startedById: actor.id,
        startedBy: actor.name,
        startedAt: this.clock.now(),
        total: recipients,
        skipped,
      });
      const run = await this.runs.latest(order.broadcastId);
      if (!run) throw new Error('A run is neither new nor there');
      if (!added) {
        if (run.idempotencyKey === order.idempotencyKey) return this.views.of(run);
        throw new DomainError('BROADCAST.ALREADY_SENT', {
          by: run.startedBy,
          at: new Date(run.startedAt).toISOString(),
        });
      }
      const list = await this.ledger.untouched(order.importId);
      if (list?.recipients !== recipients || list.skipped !== skipped) {
        throw new DomainError('BROADCAST.CONFIRMED_DIFFERS');
      }
      this.events.publish(new RunStateChanged(order.broadcastId, order.deviceId, run.state));
      this.events.publish(new WorkArrived(order.deviceId));
      return this.views.of(run);
    });
  }
}
