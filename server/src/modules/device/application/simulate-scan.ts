import { Injectable } from '@nestjs/common';
import type { DeviceLink } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { EngineNews } from './engine-news.js';
import { GatewayRegistry } from './gateway-registry.js';
import { ReadLink } from './read-link.js';

/** Simulasi scan: plays the phone for a device whose engine needs none. */
@Injectable()
export class SimulateScan {
  constructor(
    private readonly gateways: GatewayRegistry,
    private readonly links: ReadLink,
    private readonly news: EngineNews,
    private readonly unit: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Scans the code that is shown. Throws DEVICE.NOT_FOUND, and DEVICE.NO_CHALLENGE when no code is
   * shown or the engine needs a real phone.
   */
  async run(deviceId: string, actor: Actor): Promise<DeviceLink> {
    const { device } = await this.links.run(deviceId, actor.devices);
    const scanned = await this.gateways.of(device.engine).scanSimulation?.scan(deviceId);
    if (scanned !== true) throw new DomainError('DEVICE.NO_CHALLENGE');
    await this.unit.run(() =>
      this.audit.record(actor, {
        action: 'device.simulated-scan',
        subject: 'device',
        subjectId: deviceId,
        details: { name: device.name },
      }),
    );
    await this.news.settled();
    return this.links.run(deviceId, actor.devices);
  }
}
