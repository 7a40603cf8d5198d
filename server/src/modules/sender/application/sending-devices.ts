import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';
import { DeviceDirectory, GatewayRegistry } from '../../device/index.js';
import type { DirectoryEntry, WhatsappGateway } from '../../device/index.js';
import { readinessOf } from '../domain/device-readiness.js';
import type { Readiness } from '../domain/device-readiness.js';

/** A device that messages can go through now. */
export interface ReadyDevice {
  readonly device: DirectoryEntry;
  readonly gateway: WhatsappGateway;
}

/** What can be expected of a device, ready or not. */
export interface DeviceStand {
  readonly readiness: Readiness | 'removed';
  /** WhatsApp has restricted its number. */
  readonly restricted: boolean;
  readonly reconciliation: WhatsappGateway['reconciliation'];
}

/** Whether a device can be sent with. Every call runs in the caller's unit of work. */
@Injectable()
export class SendingDevices {
  constructor(
    private readonly devices: DeviceDirectory,
    private readonly gateways: GatewayRegistry,
  ) {}

  /** How the device stands, and how its engine finds messages again. */
  async stand(deviceId: string): Promise<DeviceStand> {
    const device = await this.find(deviceId);
    if (!device || device.removed)
      return { readiness: 'removed', restricted: false, reconciliation: null };
    const offered = this.gateways.kinds.includes(device.engine);
    return {
      readiness: readinessOf(device.state),
      restricted: device.state === 'restricted',
      reconciliation: offered ? this.gateways.of(device.engine).reconciliation : null,
    };
  }

  /** The device and its engine, or null while it is not ready. */
  async ready(deviceId: string): Promise<ReadyDevice | null> {
    const device = await this.find(deviceId);
    if (!device || device.removed || readinessOf(device.state) !== 'go') return null;
    return { device, gateway: this.gateways.of(device.engine) };
  }

  /** The same for a person's request: throws DEVICE.NOT_FOUND, DEVICE.NOT_READY. */
  async requireReady(deviceId: string, scope: DeviceScope): Promise<ReadyDevice> {
    const { name, removed } = await this.devices.get(deviceId, scope);
    if (removed) throw new DomainError('DEVICE.NOT_FOUND');
    const ready = await this.ready(deviceId);
    if (!ready) throw new DomainError('DEVICE.NOT_READY', { name });
    return ready;
  }

  /**
   * Refuses what could not go on: RUN.DEVICE_REMOVED, or DEVICE.NOT_READY when only a person can bring
   * the device back.
   */
  async requireUsable(deviceId: string): Promise<void> {
    const device = await this.find(deviceId);
    if (!device || device.removed) throw new DomainError('RUN.DEVICE_REMOVED');
    if (readinessOf(device.state) === 'stop') {
      throw new DomainError('DEVICE.NOT_READY', { name: device.name });
    }
  }

  private async find(deviceId: string): Promise<DirectoryEntry | undefined> {
    return (await this.devices.find([deviceId])).get(deviceId);
  }
}
