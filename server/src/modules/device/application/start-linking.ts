import { Injectable } from '@nestjs/common';
import type { DeviceLink, LinkMethod } from '#contracts/device.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { Device, Session } from '../domain/device.js';
import { linkingAdvice, preparingSession, showsCodes } from '../domain/session-machine.js';
import { EngineCalls } from './engine-calls.js';
import { LinkChallenges } from './link-challenges.js';
import { ReadLink } from './read-link.js';
import { SessionChanges } from './session-changes.js';

/** Scan Barcode: asks the engine to show codes for a phone. */
@Injectable()
export class StartLinking {
  constructor(
    private readonly changes: SessionChanges,
    private readonly engines: EngineCalls,
    private readonly challenges: LinkChallenges,
    private readonly links: ReadLink,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts to show codes of that method, or joins those that are shown already. The codes arrive as live events.
   * Throws DEVICE.NOT_FOUND, DEVICE.ALREADY_LINKED for a device that needs no code, and DEVICE.NO_WORKER and
   * DEVICE.HELD_ELSEWHERE where nobody can be asked for one; the device then stays as it is.
   */
  async run(deviceId: string, method: LinkMethod, actor: Actor): Promise<DeviceLink> {
    await this.links.run(deviceId, actor.devices);
    await this.engines.requireReachable(deviceId);
    const started = await this.changes.change(
      deviceId,
      (device) => this.begin(device, method),
      (_, device) =>
        this.audit.record(actor, {
          action: 'device.link',
          subject: 'device',
          subjectId: device.id,
          details: { name: device.name },
        }),
    );
    if (started) await this.engines.startPairing(started, method);
    return this.links.run(deviceId, actor.devices);
  }

  private begin(device: Device, method: LinkMethod): Session | null {
    const advice = linkingAdvice(device.state);
    if (advice === 'linked') throw new DomainError('DEVICE.ALREADY_LINKED', { name: device.name });
    const shown = this.challenges.current(device.id)?.method ?? method;
    const isOther = showsCodes(device.state) && shown !== method;
    return advice === 'start' || isOther ? preparingSession(this.clock.now()) : null;
  }
}
