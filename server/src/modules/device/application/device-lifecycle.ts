import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Log } from '../../../platform/logging/log.js';
import type { Device } from '../domain/device.js';
import { EngineNews } from './engine-news.js';
import { GatewayRegistry } from './gateway-registry.js';
import { RestoreDevices } from './restore-devices.js';

/** Starts and ends the sessions of the devices with the server. */
@Injectable()
export class DeviceLifecycle
  implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown
{
  private linked: readonly Device[] = [];

  constructor(
    private readonly restore: RestoreDevices,
    private readonly gateways: GatewayRegistry,
    private readonly news: EngineNews,
    private readonly log: Log,
  ) {}

  /** Before any other module looks at a device. */
  async onModuleInit(): Promise<void> {
    this.linked = await this.restore.reset();
  }

  /** The server need not wait for sessions: they tell when they are ready. */
  onApplicationBootstrap(): void {
    this.restore.open(this.linked).catch((error: unknown) => {
      this.log.error('Sessions could not be restored', error);
    });
  }

  /** After whoever sends has come to an end, since modules end before those they stand on. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.gateways.all().map((gateway) => gateway.shutdown()));
    await this.news.settled();
  }
}
