import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { HealthView, ReadinessView } from '#contracts/health.contract.js';
import { Returns } from '../http/returns.js';
import { Public } from '../http/route-access.js';
import { Unlimited } from '../http/route-limits.js';
import { Readiness } from './readiness.js';

/**
 * What a supervisor or load balancer asks. Public: they have no login, and learn nothing else. Not counted:
 * whoever floods us must not make us look dead.
 */
@Controller('health')
@Public()
@Unlimited()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('live')
  @Returns(HealthView)
  live(): HealthView {
    return { status: 'ok' };
  }

  /**
   * The process can do its work: its database, of the right schema, and room on the disk; else 503. Without
   * Redis it works on, and a load balancer that took it away would make a small fault a large one.
   */
  @Get('ready')
  @Returns(ReadinessView)
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessView> {
    const missing = await this.readiness.missing();
    if (missing.length === 0) return { status: 'ok', missing };
    if (missing.every((part) => part === 'redis')) return { status: 'degraded', missing };
    response.status(503);
    return { status: 'failing', missing };
  }
}
