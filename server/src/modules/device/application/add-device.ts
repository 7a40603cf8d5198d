import { Injectable } from '@nestjs/common';
import type { DeviceCreate, DeviceView } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { Device } from '../domain/device.js';
import { DeviceChanged } from './device-events.js';
import { viewOf } from './device-view.js';
import { NewDevices } from './new-devices.js';
import { DeviceRepository } from './ports/device-repository.js';

/** Tambah Device. */
@Injectable()
export class AddDevice {
  constructor(
    private readonly newDevices: NewDevices,
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
  ) {}

  /**
   * Adds a device that no phone has linked yet. Throws DEVICE.PHONE_TAKEN, naming the device that has
   * the number, also when that one is added at the same moment; PHONE.NOT_A_NUMBER and
   * DEVICE.ENGINE_NOT_OFFERED.
   */
  async run(wish: DeviceCreate, actor: Actor): Promise<DeviceView> {
    const device = this.newDevices.make(wish, actor);
    while (!(await this.unit.run(() => this.store(device, actor)))) {
      // In a unit of its own: the unit that lost the race may not see the winner.
      const owner = await this.unit.run(() => this.devices.findByPhone(device.phone));
      if (owner) throw phoneTaken(owner);
      // It was removed in between, so the number is free again.
    }
    return viewOf(device);
  }

  private async store(device: Device, actor: Actor): Promise<boolean> {
    if (!(await this.devices.add(device))) return false;
    await this.audit.record(actor, {
      action: 'device.add',
      subject: 'device',
      subjectId: device.id,
      details: { name: device.name, engine: device.engine },
    });
    this.events.publish(new DeviceChanged(device));
    return true;
  }
}

function phoneTaken(owner: Device): DomainError {
  const params = { name: owner.name, deviceId: owner.id };
  return new DomainError('DEVICE.PHONE_TAKEN', params, [
    { pointer: '/phone', code: 'DEVICE.PHONE_TAKEN', params },
  ]);
}
