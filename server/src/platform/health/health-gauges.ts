import { Injectable } from '@nestjs/common';
import { HealthPart } from '#contracts/health.contract.js';
import { Metrics } from '../metrics/metrics.js';
import { Readiness } from './readiness.js';

/** Tells those who watch what the readiness check says, part by part. */
@Injectable()
export class HealthGauges {
  constructor(metrics: Metrics, readiness: Readiness) {
    metrics.gauges(
      {
        parts: {
          name: 'prima_part_up',
          help: '1 while this process has what it needs of that kind, else 0',
          labels: { part: HealthPart.options },
        },
      },
      async () => {
        const missing = await readiness.missing();
        const up = (part: HealthPart): number => (missing.includes(part) ? 0 : 1);
        return {
          parts: HealthPart.options.map((part) => ({ labels: { part }, value: up(part) })),
        };
      },
    );
  }
}
