import { Injectable } from '@nestjs/common';
import { EngineKind, SessionState } from '#contracts/device.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import { DeviceRepository } from './ports/device-repository.js';
import { SessionsHere } from './sessions-here.js';

/** Tells those who watch how the sessions stand (everywhere), and how many devices this process works for. */
@Injectable()
export class SessionGauges {
  constructor(
    metrics: Metrics,
    private readonly unit: UnitOfWork,
    private readonly devices: DeviceRepository,
    here: SessionsHere,
  ) {
    metrics.gauges(
      {
        sessions: {
          name: 'prima_sessions',
          help: 'Devices by the state of their session',
          labels: { engine: EngineKind.options, state: SessionState.options },
        },
      },
      () => this.read(),
    );
    metrics.gauges(
      {
        held: {
          name: 'prima_devices_held',
          help: 'Devices that this process holds; 0 where processes do not share them',
          labels: {},
        },
      },
      () => Promise.resolve({ held: [{ labels: {}, value: here.all.length }] }),
    );
  }

  /** Every state, also those that no device is in: a series that comes and goes is hard to watch. */
  private async read() {
    const found = await this.unit.run(() => this.devices.countStates());
    const sessions = EngineKind.options.flatMap((engine) =>
      SessionState.options.map((state) => ({
        labels: { engine, state },
        value: found.find((row) => row.engine === engine && row.state === state)?.devices ?? 0,
      })),
    );
    return { sessions };
  }
}
