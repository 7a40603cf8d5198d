import { Injectable } from '@nestjs/common';
import type { RunView } from '#contracts/broadcast.contract.js';
import type { PauseReason } from '#contracts/run-texts.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AuditLog } from '../../audit/index.js';
import { RunRepository } from './ports/run-repository.js';
import { RunSteps } from './run-steps.js';
import { RunViews } from './run-views.js';
import { SYSTEM } from './system-actor.js';

/** Jeda: whoever is in flight is brought to an end, nobody else is handed over. */
@Injectable()
export class PauseRun {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly steps: RunSteps,
    private readonly views: RunViews,
    private readonly audit: AuditLog,
  ) {}

  /** By a person. Throws RUN.NOT_FOUND, RUN.NOT_IN_STATE. */
  async byPerson(broadcastId: string, actor: Actor): Promise<RunView> {
    return this.unit.run(async () => {
      const paused = await this.steps.take(
        await this.steps.hold(broadcastId, actor.devices),
        'pause',
      );
      await this.audit.record(actor, {
        action: 'broadcast.pause',
        subject: 'broadcast',
        subjectId: broadcastId,
      });
      return this.views.of(paused);
    });
  }

  /**
   * Because of `reason`. One that is paused already learns that its device was removed; everything else
   * is left as it is.
   */
  async because(broadcastId: string, reason: PauseReason): Promise<void> {
    await this.unit.run(async () => {
      const run = await this.runs.hold(broadcastId, 'all');
      const forGood = run?.state === 'paused' && reason === 'device-removed';
      if (forGood) await this.steps.giveReason(run, reason);
      if (run?.state !== 'sending') return;
      await this.steps.take(run, 'pause', reason);
      await this.audit.record(SYSTEM, {
        action: 'broadcast.pause',
        subject: 'broadcast',
        subjectId: broadcastId,
        details: { reason },
      });
    });
  }
}
