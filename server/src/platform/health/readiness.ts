import { Inject, Injectable } from '@nestjs/common';
import type { HealthPart } from '#contracts/health.contract.js';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { hasRoom } from '../process/data-folder.js';
import { Clock } from '../kernel/clock.js';
import { Log } from '../logging/log.js';
import { RedisPulse } from './redis-pulse.js';

/** Longer than this nothing is waited for, in milliseconds: who asks has a limit of its own. */
const PATIENCE_MS = 3_000;

/** Looks whether what the process needs is there. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    private readonly database: Database,
    private readonly redis: RedisPulse,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** What is missing at this moment; empty when all is well. */
  async missing(): Promise<HealthPart[]> {
    const [database, redis] = await Promise.all([
      this.inTime('database', this.lookAtDatabase()),
      this.inTime('redis', this.redis.beat()),
    ]);
    const disk: HealthPart | null = hasRoom(this.config.dataDir) ? null : 'disk';
    return [database, disk, redis].filter((part) => part !== null);
  }

  /** Asks for the schema, which asks the database as well. */
  private async lookAtDatabase(): Promise<HealthPart | null> {
    const rows = await this.database.run(() =>
      this.database.manager.query<{ name: string }[]>('SELECT name FROM migrations'),
    );
    const done = new Set(rows.map(({ name }) => name));
    const wanted = this.database.dataSource.migrations;
    const isComplete = wanted.every(({ name, constructor }) => done.has(name ?? constructor.name));
    return isComplete ? null : 'migrations';
  }

  private async inTime(
    part: HealthPart,
    look: Promise<HealthPart | null>,
  ): Promise<HealthPart | null> {
    const looked = new AbortController();
    try {
      return await Promise.race([
        look,
        this.clock.wait(PATIENCE_MS, looked.signal).then(() => {
          throw new Error('It does not answer in time');
        }),
      ]);
    } catch (error) {
      this.log.error(`Not ready: ${part}`, error);
      return part;
    } finally {
      looked.abort();
    }
  }
}
