import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../../../platform/kernel/clock.js';
import type { Log } from '../../../platform/logging/log.js';
import type { EngineNews } from './engine-news.js';
import type { GatewayRegistry } from './gateway-registry.js';
import type { HoldDevices } from './hold-devices.js';
import { HOLD } from './take-hold.js';

/**
 * Starts and ends the sessions of this process where several share the devices: each worker takes what
 * nobody holds, and gives it back when it ends. A mere web process holds none.
 */
export class SharedDeviceLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly holding: HoldDevices,
    private readonly gateways: GatewayRegistry,
    private readonly news: EngineNews,
    private readonly works: boolean,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.works) this.beating = this.keepBeating();
  }

  /** After whoever sends has come to an end, since modules end before those they stand on. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.beating;
    await Promise.all(this.gateways.all().map((gateway) => gateway.shutdown()));
    await this.news.settled();
    if (this.works) await this.holding.leave();
  }

  private async keepBeating(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.holding.beat();
      } catch (error) {
        this.log.error('This worker cannot be heard of', error);
      }
      await this.clock.wait(HOLD.heartbeat, this.stopping.signal);
    }
  }
}
