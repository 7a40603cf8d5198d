import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Envelope } from './bus/envelope.js';
import { ProcessBus } from './bus/process-bus.js';
import { RedisBus } from './bus/redis-bus.js';
import { SingleProcess } from './bus/single-process.js';
import { CONFIG } from './config/config.js';
import type { Config } from './config/config.js';
import { dataSourceOptions } from './database/data-source-options.js';
import { Database } from './database/database.js';
import { awaitSchema, prepareSchema } from './database/open-database.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { UntilStored } from './database/until-stored.js';
import { EventBus } from './events/event-bus.js';
import { LiveHub } from './events/live-hub.js';
import { ClientPage } from './http/client-page.js';
import { JobLeaseRow } from './jobs/job-lease.row.js';
import { JobLeases } from './jobs/job-leases.js';
import { Clock, SystemClock } from './kernel/clock.js';
import { Ids, UuidIds } from './kernel/ids.js';
import { Log } from './logging/log.js';
import { Metrics, NoMetrics } from './metrics/metrics.js';
import { PrometheusMetrics } from './metrics/prometheus-metrics.js';
import { RateLimits } from './rate-limit/rate-limits.js';
import { InstallationSecrets } from './secrets/installation-secrets.js';
import { SecretRow } from './secrets/secret.row.js';

/**
 * What every module stands on: settings, time, ids, log, database, events. Entities come from the
 * modules themselves (`TypeOrmModule.forFeature`).
 */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Log, clock: Clock = new SystemClock()): DynamicModule {
    const events = new EventBus((error) => {
      log.error('A subscriber of an event failed', error);
    });
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.database),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        TypeOrmModule.forFeature([JobLeaseRow, SecretRow]),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Log, useValue: log },
        { provide: Clock, useValue: clock },
        { provide: Ids, useClass: UuidIds },
        {
          provide: Metrics,
          useValue:
            config.metricsToken === null ? new NoMetrics() : new PrometheusMetrics(clock, log),
        },
        JobLeases,
        { provide: EventBus, useValue: events },
        { provide: RateLimits, useFactory: () => new RateLimits(config, log) },
        ClientPage,
        {
          provide: ProcessBus,
          inject: [InstallationSecrets],
          useFactory: (secrets: InstallationSecrets): ProcessBus =>
            config.redis === null
              ? new SingleProcess()
              : RedisBus.open(
                  config.redis,
                  config.redisPrefix,
                  new Envelope(secrets.key('process-bus')),
                  log,
                  config.workerName,
                ),
        },
        {
          provide: LiveHub,
          inject: [ProcessBus],
          useFactory: (bus: ProcessBus) => new LiveHub(bus),
        },
        {
          provide: Database,
          inject: [getDataSourceToken()],
          useFactory: async (dataSource: DataSource) => {
            if (config.migrations === 'run') await prepareSchema(dataSource);
            else await awaitSchema(dataSource, (milliseconds) => clock.wait(milliseconds));
            return new Database(dataSource, events);
          },
        },
        { provide: UnitOfWork, useExisting: Database },
        UntilStored,
        {
          provide: InstallationSecrets,
          inject: [Database, Clock],
          useFactory: (database: Database, now: Clock) =>
            InstallationSecrets.load(database, config.secretKey, now.now()),
        },
      ],
      exports: [
        ClientPage,
        CONFIG,
        Log,
        Clock,
        Ids,
        Metrics,
        EventBus,
        ProcessBus,
        LiveHub,
        Database,
        UnitOfWork,
        UntilStored,
        InstallationSecrets,
        JobLeases,
        RateLimits,
      ],
    };
  }
}
