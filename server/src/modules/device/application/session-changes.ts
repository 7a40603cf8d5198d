import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Device, Session } from '../domain/device.js';
import { DeviceChanged, DeviceRemoved, DeviceStateChanged } from './device-events.js';
import { DeviceRepository } from './ports/device-repository.js';

/** A person and an engine can be first before us, but hardly this often in a row. */
const MAX_TRIES = 5;

/** Decides on the session that follows; null leaves the device as it is. */
export type SessionDecision = (device: Device) => Session | null;

/** The only way in which the session of a stored device changes or the device goes. */
@Injectable()
export class SessionChanges {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * Lets `decide` look at the device and stores what it decided, in one unit with `alongside`. When
   * somebody else changed the device in between, `decide` is asked again about what it is now.
   *
   * @returns the changed device; null when nothing was to change or the device is gone.
   */
  async change(
    deviceId: string,
    decide: SessionDecision,
    alongside: (before: Device, after: Device) => Promise<void> = () => Promise.resolve(),
  ): Promise<Device | null> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      const outcome = await this.unit.run(() => this.attempt(deviceId, decide, alongside));
      if (outcome !== 'too-late') return outcome;
    }
    throw new Error('The session of a device kept changing under the hand');
  }

  /**
   * Removes a device whose session has ended, in one unit with `alongside`. False, and nothing done,
   * when it is removed already or has a session again.
   */
  async remove(deviceId: string, at: number, alongside: () => Promise<void>): Promise<boolean> {
    return this.unit.run(async () => {
      if (!(await this.devices.remove(deviceId, at))) return false;
      await alongside();
      this.events.publish(new DeviceRemoved(deviceId));
      return true;
    });
  }

  private async attempt(
    deviceId: string,
    decide: SessionDecision,
    alongside: (before: Device, after: Device) => Promise<void>,
  ): Promise<Device | null | 'too-late'> {
    const before = await this.devices.findById(deviceId, 'all');
    if (before?.removedAt !== null) return null;
    const session = decide(before);
    if (session === null) return null;
    if (!(await this.devices.changeSession(deviceId, before.state, session))) return 'too-late';
    const after = { ...before, ...session };
    await alongside(before, after);
    this.events.publish(new DeviceChanged(after));
    if (after.state !== before.state) {
      this.events.publish(new DeviceStateChanged(deviceId, after.state));
    }
    return after;
  }
}
