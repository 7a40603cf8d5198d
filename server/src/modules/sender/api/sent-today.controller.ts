import { Controller, Get } from '@nestjs/common';
import { SentToday } from '#contracts/device.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { CountSentToday } from '../application/count-sent-today.js';

/** "Terkirim hari ini" of the list of devices. */
@Controller('devices')
export class SentTodayController {
  constructor(private readonly count: CountSentToday) {}

  @Get('sent-today')
  @RequirePermission('devices:read')
  @Returns(SentToday)
  sentToday(@CurrentActor() { devices }: Actor): Promise<SentToday> {
    return this.count.run(devices);
  }
}
