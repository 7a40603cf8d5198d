import { Injectable } from '@nestjs/common';
import type { RunView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AuditLog } from '../../audit/index.js';
import { CancelWaiting } from './cancel-waiting.js';
import { RunSteps } from './run-steps.js';
import { RunViews } from './run-views.js';

/** Batalkan: whoever still waits gets no message. */
@Injectable()
export class CancelRun {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly steps: RunSteps,
    private readonly waiting: CancelWaiting,
    private readonly views: RunViews,
    private readonly audit: AuditLog,
  ) {}

  /** Resolves when everybody is cancelled. Throws RUN.NOT_FOUND, RUN.NOT_IN_STATE. */
  async run(broadcastId: string, actor: Actor): Promise<RunView> {
    // First the run, so that no claim passes from here on; then its recipients, in small units.
    await this.unit.run(async () => {
      await this.steps.take(await this.steps.hold(broadcastId, actor.devices), 'cancel');
      await this.audit.record(actor, {
        action: 'broadcast.cancel',
        subject: 'broadcast',
        subjectId: broadcastId,
      });
    });
    await this.waiting.run(broadcastId);
    return this.unit.run(async () => this.views.of(await this.steps.hold(broadcastId, 'all')));
  }
}
