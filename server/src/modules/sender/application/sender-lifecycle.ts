import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Log } from '../../../platform/logging/log.js';
import { HoldLane } from './hold-lane.js';
import { Lanes } from './ports/lanes.js';
import { WakeLanes } from './wake-lanes.js';

/** How often the database is asked for work whose ring was lost, in milliseconds. */
const ROUND = 30_000;

/** Starts and ends sending with the server. */
@Injectable()
export class SenderLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private rounds: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'database'>,
    private readonly held: HoldLane,
    private readonly lanes: Lanes,
    private readonly wake: WakeLanes,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // The embedded database belongs to one process (data-dir-lock): who held a lane before is dead.
    if (this.config.database.kind === 'sqlite') await this.held.freeAll();
    await this.lanes.start();
    await this.wake.run();
    this.rounds = this.goRound();
  }

  /** Stops to claim, brings to an end what is in flight, and gives the lanes back. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.rounds;
    await this.lanes.stop();
  }

  private async goRound(): Promise<void> {
    for (;;) {
      await this.clock.wait(ROUND, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      try {
        await this.wake.run();
      } catch (error) {
        this.log.error('Lanes could not be woken', error);
      }
    }
  }
}
