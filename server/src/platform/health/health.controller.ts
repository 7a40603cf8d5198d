import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { HealthView } from '#contracts/health.contract.js';
import { Database } from '../database/database.js';
import { Returns } from '../http/returns.js';
import { Public } from '../http/route-access.js';
import { Log } from '../logging/log.js';

/** What a supervisor or load balancer asks. Public: they have no login, and learn nothing else. */
@Controller('health')
@Public()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** The process answers. */
  @Get('live')
  @Returns(HealthView)
  live(): HealthView {
    return { status: 'ok' };
  }

  /** The process can do its work: its database answers too. 503 while it does not. */
  @Get('ready')
  @Returns(HealthView)
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthView> {
    try {
      await this.database.run(() => this.database.manager.query('SELECT 1'));
      return { status: 'ok' };
    } catch (error) {
      this.log.error('The database does not answer', error);
      response.status(503);
      return { status: 'failing' };
    }
  }
}
