import { Injectable } from '@nestjs/common';
import type { DeviceLink } from '#contracts/device.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { AuditLog } from '../../audit/index.js';
import { afterStop, showsCodes } from '../domain/session-machine.js';
import { EngineCalls } from './engine-calls.js';
import { ReadLink } from './read-link.js';
import { SessionChanges } from './session-changes.js';

/** Leaving Scan Barcode: no more codes. */
@Injectable()
export class StopLinking {
  constructor(
    private readonly changes: SessionChanges,
    private readonly engines: EngineCalls,
    private readonly links: ReadLink,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stops to show codes. A phone that has scanned one already goes on linking, and a device that
   * shows none stays as it is. Throws DEVICE.NOT_FOUND.
   */
  async run(deviceId: string, actor: Actor): Promise<DeviceLink> {
    const link = await this.links.run(deviceId, actor.devices);
    if (!showsCodes(link.device.state)) return link;
    // The engine first: were the state first, the engine could be stopped after somebody started anew.
    await this.engines.stopPairing(link.device);
    await this.changes.change(
      deviceId,
      (device) => afterStop(device, this.clock.now()),
      (_, device) =>
        this.audit.record(actor, {
          action: 'device.link-stop',
          subject: 'device',
          subjectId: device.id,
          details: { name: device.name },
        }),
    );
    return this.links.run(deviceId, actor.devices);
  }
}
