import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../http/route-access.js';
import { DomainError } from '../kernel/domain-error.js';
import { MetricsGuard } from './metrics.guard.js';
import { Metrics } from './metrics.js';
import { PrometheusMetrics } from './prometheus-metrics.js';

/**
 * What a monitoring system reads. It has no login, but a token: see the guard. No part of the API, since
 * its format is that of Prometheus.
 */
@Controller('metrics')
@Public()
@UseGuards(MetricsGuard)
@ApiExcludeController()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res() response: Response): Promise<void> {
    if (!(this.metrics instanceof PrometheusMetrics)) throw new DomainError('REQUEST.NOT_FOUND');
    const text = await this.metrics.text();
    response.setHeader('Content-Type', this.metrics.contentType);
    response.setHeader('Cache-Control', 'no-store');
    response.send(text);
  }
}
