import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { AttachmentModule } from './modules/attachment/index.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthModule } from './modules/auth/index.js';
import { BroadcastModule } from './modules/broadcast/index.js';
import { DeviceModule } from './modules/device/index.js';
import { DoNotContactModule } from './modules/do-not-contact/index.js';
import { EmbedModule } from './modules/embed/index.js';
import { RecipientModule } from './modules/recipient/index.js';
import { LaneQueueModule, SenderModule } from './modules/sender/index.js';
import { SettingsModule } from './modules/settings/index.js';
import { UsersModule } from './modules/users/index.js';
import type { Config } from './platform/config/config.js';
import { HealthModule } from './platform/health/health.module.js';
import { HttpModule } from './platform/http/http.module.js';
import type { Clock } from './platform/kernel/clock.js';
import type { Log } from './platform/logging/log.js';
import { MetricsModule } from './platform/metrics/metrics.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** What a test may put in place of the real thing, or add. */
export interface AppParts {
  readonly clock?: Clock;
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** The whole product: the platform and the rooms that stand on it. */
@Module({})
export class AppModule {
  static with(config: Config, log: Log, { clock, modules = [] }: AppParts = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, log, clock),
        HttpModule.guardedBy(EmbedModule),
        HealthModule,
        MetricsModule,
        AuditModule,
        SettingsModule,
        UsersModule,
        AuthModule,
        EmbedModule,
        ...(config.redis === null ? [] : [LaneQueueModule.with(config.redis, config.redisPrefix)]),
        AttachmentModule,
        SenderModule,
        DeviceModule,
        DoNotContactModule,
        RecipientModule,
        BroadcastModule,
        ...modules,
      ],
    };
  }
}
