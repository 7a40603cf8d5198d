import { Injectable } from '@nestjs/common';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { RunSteps } from './run-steps.js';
import { SendingDevices } from './sending-devices.js';

/** Makes a run ready for recipients that go back to its queue. In the caller's unit of work. */
@Injectable()
export class ReopenRun {
  constructor(
    private readonly steps: RunSteps,
    private readonly devices: SendingDevices,
    private readonly doNotContact: DoNotContactList,
  ) {}

  /** Throws RUN.NOT_FOUND when no device of `scope` has such a run. */
  async assertThere(broadcastId: string, scope: DeviceScope): Promise<void> {
    await this.steps.hold(broadcastId, scope);
  }

  /** Makes it ready for one recipient, whom nobody may send to who is on the list: RECIPIENT.OPTED_OUT. */
  async runFor(broadcastId: string, phone: string): Promise<void> {
    if (await this.doNotContact.has(phone)) throw new DomainError('RECIPIENT.OPTED_OUT');
    await this.run(broadcastId);
  }

  /**
   * A finished run is sending again; one that is under way stays as it is. Throws RUN.NOT_FOUND,
   * RUN.NOT_IN_STATE for a cancelled one, RUN.DEVICE_REMOVED, DEVICE.NOT_READY.
   */
  async run(broadcastId: string): Promise<void> {
    const run = await this.steps.hold(broadcastId, 'all');
    await this.devices.requireUsable(run.deviceId);
    await this.steps.take(run, 'resend', run.pauseReason ?? undefined);
  }
}
