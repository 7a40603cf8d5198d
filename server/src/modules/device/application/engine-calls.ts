import { Inject, Injectable } from '@nestjs/common';
import type { LinkMethod } from '#contracts/device.contract.js';
import { Log } from '../../../platform/logging/log.js';
import type { Device } from '../domain/device.js';
import type { SessionReason } from '#contracts/device-texts.js';
import { FindHolder } from './find-holder.js';
import { GatewayRegistry } from './gateway-registry.js';
import type { HolderOfDevices } from './ports/holder-of-devices.js';
import type { DeviceRef, WhatsappGateway } from './ports/whatsapp-gateway.js';
import { RecordSessionChange } from './record-session-change.js';

/** What a call on the engine of a device needs to know of it. */
export type EngineDevice = Pick<Device, 'id' | 'phone' | 'engine'>;

/**
 * Calls on the engine of a device in which a failure of the engine is an outcome. An engine may fail
 * at any time; what a person asked for is then told by the state of the device.
 */
@Injectable()
export class EngineCalls {
  constructor(
    private readonly gateways: GatewayRegistry,
    private readonly record: RecordSessionChange,
    @Inject(FindHolder) private readonly holder: HolderOfDevices,
    private readonly log: Log,
  ) {}

  /**
   * Refuses what could reach no session: DEVICE.NO_WORKER, or DEVICE.HELD_ELSEWHERE when a process holds
   * the device that this one cannot talk to.
   */
  async requireReachable(deviceId: string): Promise<void> {
    await this.holder.find(deviceId);
  }

  /** Shows codes; a failure becomes the state `failed`. */
  startPairing(device: EngineDevice, method: LinkMethod): Promise<void> {
    return this.orFailed(device, (gateway) => gateway.pairing.start(refOf(device), method));
  }

  /** Restores a session; a failure becomes the state `failed`. */
  openSession(device: EngineDevice): Promise<void> {
    return this.orFailed(device, (gateway) => gateway.sessions.open(refOf(device)));
  }

  /** Stops to show codes. */
  async stopPairing(device: EngineDevice): Promise<void> {
    await this.attempt(device, (gateway) => gateway.pairing.stop(device.id));
  }

  /** Logs the device out. False when the phone could not be told. */
  unlink(device: EngineDevice): Promise<boolean> {
    return this.attempt(device, (gateway) => gateway.sessions.unlink(refOf(device)));
  }

  private async orFailed(
    device: EngineDevice,
    call: (gateway: WhatsappGateway) => Promise<void>,
  ): Promise<void> {
    if (await this.attempt(device, call)) return;
    const offered = this.gateways.kinds.includes(device.engine);
    const reason: SessionReason = offered ? 'engine-failed' : 'engine-not-offered';
    await this.record.run(device.id, { state: 'failed', reason });
  }

  private async attempt(
    device: EngineDevice,
    call: (gateway: WhatsappGateway) => Promise<void>,
  ): Promise<boolean> {
    try {
      await call(this.gateways.of(device.engine));
      return true;
    } catch (error) {
      this.log.error('An engine failed', error, { deviceId: device.id, engine: device.engine });
      return false;
    }
  }
}

const refOf = ({ id, phone }: EngineDevice): DeviceRef => ({ id, phone });
