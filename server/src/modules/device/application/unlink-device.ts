import { Injectable } from '@nestjs/common';
import type { DeviceRemoval } from '#contracts/device.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { AuditLog } from '../../audit/index.js';
import { unlinkedSession } from '../domain/device.js';
import { EngineCalls } from './engine-calls.js';
import { ReadDevice } from './read-device.js';
import { SessionChanges } from './session-changes.js';

/** Hapus Koneksi: ends the link on the phone and here, and takes the device off the list. */
@Injectable()
export class UnlinkDevice {
  constructor(
    private readonly devices: ReadDevice,
    private readonly changes: SessionChanges,
    private readonly engines: EngineCalls,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Removes the device, also when its engine fails; its number may then be added again. Throws
   * DEVICE.NOT_FOUND, also for the second of two who do this at the same moment.
   *
   * First the session ends here, so that nothing more is sent; then WhatsApp is told; only then the
   * device goes. A server that dies in between leaves a device that can be removed once more.
   */
  async run(deviceId: string, actor: Actor): Promise<DeviceRemoval> {
    for (;;) {
      const device = await this.devices.run(deviceId, actor.devices);
      await this.changes.change(deviceId, ({ state }) =>
        state === 'unlinked' ? null : unlinkedSession(this.clock.now()),
      );
      const loggedOutOnPhone = await this.engines.unlink(device);
      const removed = await this.changes.remove(deviceId, this.clock.now(), () =>
        this.audit.record(actor, {
          action: 'device.remove',
          subject: 'device',
          subjectId: deviceId,
          details: { name: device.name, loggedOutOnPhone: loggedOutOnPhone ? 'yes' : 'no' },
        }),
      );
      if (removed) return { loggedOutOnPhone };
      // Somebody removed it first, which the next round tells, or began to link it anew.
    }
  }
}
