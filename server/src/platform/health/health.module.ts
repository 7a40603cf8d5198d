import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';
import { RedisPulse } from './redis-pulse.js';

/** Whether this process lives and can work. */
@Module({ controllers: [HealthController], providers: [Readiness, RedisPulse] })
export class HealthModule {}
