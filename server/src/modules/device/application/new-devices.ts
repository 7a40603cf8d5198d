import { Injectable } from '@nestjs/common';
import type { DeviceCreate } from '#contracts/device.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import type { Device } from '../domain/device.js';
import { unlinkedSession } from '../domain/device.js';
import { GatewayRegistry } from './gateway-registry.js';

/** Makes devices out of what people typed. */
@Injectable()
export class NewDevices {
  constructor(
    private readonly gateways: GatewayRegistry,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * The device that `wish` describes, linked by no phone. Throws PHONE.NOT_A_NUMBER for a text that is
   * no number and DEVICE.ENGINE_NOT_OFFERED for an engine that is not enabled.
   */
  make(wish: DeviceCreate, actor: Actor): Device {
    const phone = parsePhone(wish.phone);
    if (!phone.ok) {
      throw new DomainError('PHONE.NOT_A_NUMBER', {}, [
        { pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' },
      ]);
    }
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      name: wish.name,
      phone: phone.e164,
      engine: this.gateways.of(wish.engine).kind,
      ...unlinkedSession(now),
      createdAt: now,
      createdBy: actor.name,
      removedAt: null,
    };
  }
}
