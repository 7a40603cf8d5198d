import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { afterRestart } from '../domain/session-machine.js';
import { EngineCalls } from './engine-calls.js';
import { GatewayRegistry } from './gateway-registry.js';
import { SessionChanges } from './session-changes.js';

/** Brings the session of a device into this process, or ends it here. */
@Injectable()
export class TakeUpDevice {
  constructor(
    private readonly changes: SessionChanges,
    private readonly gateways: GatewayRegistry,
    private readonly engines: EngineCalls,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Restores the session of a linked device whose former process is gone. */
  async run(deviceId: string): Promise<void> {
    const device = await this.changes.change(deviceId, (now) =>
      afterRestart(now, this.clock.now()),
    );
    if (device?.state !== 'reconnecting') return;
    // Not waited for: a browser may take longer to start than a worker may stay silent.
    this.engines.openSession(device).catch((error: unknown) => {
      this.log.error('A session could not be opened', error, { deviceId });
    });
  }

  /** Ends the session here without logging out: it goes on elsewhere. */
  async putDown(deviceId: string): Promise<void> {
    await Promise.all(this.gateways.all().map((gateway) => gateway.sessions.close(deviceId)));
  }
}
