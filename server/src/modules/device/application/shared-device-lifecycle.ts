import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { EngineNews } from './engine-news.js';
import type { GatewayRegistry } from './gateway-registry.js';
import type { HoldHeartbeat } from './hold-heartbeat.js';

/**
 * Starts and ends the sessions of this process where several share the devices: each worker takes what
 * nobody holds, and gives it back when it ends.
 */
export class SharedDeviceLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  /** @param heart null: a mere web process, which holds no devices */
  constructor(
    private readonly heart: HoldHeartbeat | null,
    private readonly gateways: GatewayRegistry,
    private readonly news: EngineNews,
  ) {}

  onApplicationBootstrap(): void {
    this.heart?.start();
  }

  /** After whoever sends has come to an end, since modules end before those they stand on. */
  async onApplicationShutdown(): Promise<void> {
    await this.heart?.stop();
    await Promise.all(this.gateways.all().map((gateway) => gateway.shutdown()));
    await this.news.settled();
    await this.heart?.leave();
  }
}
