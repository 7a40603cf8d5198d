import { Injectable } from '@nestjs/common';
import type { SendEstimate, SendEstimateQuery } from '#contracts/broadcast.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DeviceDirectory } from '../../device/index.js';
import { Runs } from '../../sender/index.js';
import { presentDevice } from './sending-device.js';

/** How long sending would take, for a message that is still being written. */
@Injectable()
export class EstimateSending {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceDirectory,
    private readonly runs: Runs,
  ) {}

  /** Refuses DEVICE.NOT_FOUND. */
  async run(
    { deviceId, recipients }: SendEstimateQuery,
    { devices }: Actor,
  ): Promise<SendEstimate> {
    return this.unit.run(async () => {
      const { id } = presentDevice(await this.devices.get(deviceId, devices));
      return this.runs.estimate(id, recipients);
    });
  }
}
