import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthGauges } from './health-gauges.js';
import { Readiness } from './readiness.js';
import { RedisPulse } from './redis-pulse.js';

/** Whether this process lives and can work. */
@Module({ controllers: [HealthController], providers: [HealthGauges, Readiness, RedisPulse] })
export class HealthModule {}
