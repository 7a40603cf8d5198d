import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { MetricsGuard } from './metrics.guard.js';

/** The page that Prometheus reads. */
@Module({ controllers: [MetricsController], providers: [MetricsGuard] })
export class MetricsModule {}
