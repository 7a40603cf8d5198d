import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { linkingAdvice } from '../domain/session-machine.js';
import { AddDevice } from './add-device.js';
import { DeviceStateChanged } from './device-events.js';
import { DeviceRepository } from './ports/device-repository.js';
import { SimulateScan } from './simulate-scan.js';
import { StartLinking } from './start-linking.js';

/** Numbers for practice devices, plainly invented: 0812-0000-0001 and on. */
const PHONES = Array.from({ length: 999 }, (_, at) => `+62812${String(at + 1).padStart(8, '0')}`);

/** The device of "Coba dengan perangkat latihan", which links itself. */
@Injectable()
export class PracticeTourDevice {
  /** Devices whose first code is still to be scanned, with who asked for that. */
  private readonly toScan = new Map<string, Actor>();

  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly addDevice: AddDevice,
    private readonly startLinking: StartLinking,
    private readonly simulateScan: SimulateScan,
    events: EventBus,
  ) {
    events.subscribe(DeviceStateChanged, async ({ deviceId, state }) => {
      const actor = this.toScan.get(deviceId);
      if (!actor || state !== 'waiting-for-scan') return;
      this.toScan.delete(deviceId);
      await this.simulateScan.run(deviceId, actor);
    });
  }

  /**
   * A practice device that is ready or links itself within seconds: one that is there already, else a
   * new one called `name`. Answers its id. Not to be called in a unit of work. Throws
   * DEVICE.ENGINE_NOT_OFFERED where practice devices are switched off.
   */
  async provide(name: string, actor: Actor): Promise<string> {
    const active = await this.unit.run(() => this.devices.listActive('all'));
    const device =
      active.find(({ engine }) => engine === 'practice') ??
      (await this.addDevice.run({ name, phone: freePhone(active), engine: 'practice' }, actor));
    if (linkingAdvice(device.state) === 'start') {
      this.toScan.set(device.id, actor);
      await this.startLinking.run(device.id, 'qr', actor);
    }
    return device.id;
  }
}

/** The first of `PHONES` that no device has; Tambah refuses in the case that all are taken. */
function freePhone(active: readonly { phone: string }[]): string {
  const taken = new Set(active.map(({ phone }) => phone));
  return PHONES.find((phone) => !taken.has(phone)) ?? '';
}
