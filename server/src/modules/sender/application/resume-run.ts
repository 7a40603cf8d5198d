import { Injectable } from '@nestjs/common';
import type { RunView } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AuditLog } from '../../audit/index.js';
import { RunSteps } from './run-steps.js';
import { RunViews } from './run-views.js';
import { SendingDevices } from './sending-devices.js';

/** Lanjutkan: whoever still waits gets their message. */
@Injectable()
export class ResumeRun {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly steps: RunSteps,
    private readonly views: RunViews,
    private readonly devices: SendingDevices,
    private readonly audit: AuditLog,
  ) {}

  /** Throws RUN.NOT_FOUND, RUN.NOT_IN_STATE, RUN.DEVICE_REMOVED, DEVICE.NOT_READY. */
  async run(broadcastId: string, actor: Actor): Promise<RunView> {
    return this.unit.run(async () => {
      const run = await this.steps.hold(broadcastId, actor.devices);
      await this.devices.requireUsable(run.deviceId);
      const resumed = await this.steps.take(run, 'resume');
      await this.audit.record(actor, {
        action: 'broadcast.resume',
        subject: 'broadcast',
        subjectId: broadcastId,
      });
      return this.views.of(resumed);
    });
  }
}
