import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import { DeviceLink, LinkStart } from '#contracts/device.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ReadLink } from '../application/read-link.js';
import { SimulateScan } from '../application/simulate-scan.js';
import { StartLinking } from '../application/start-linking.js';
import { StopLinking } from '../application/stop-linking.js';

/** Scan Barcode. Codes and states that follow arrive on the live stream. */
@Controller('devices/:id/link')
@RequirePermission('devices:manage')
export class DeviceLinksController {
  constructor(
    private readonly readLink: ReadLink,
    private readonly startLinking: StartLinking,
    private readonly stopLinking: StopLinking,
    private readonly simulateScan: SimulateScan,
  ) {}

  @Get()
  @Returns(DeviceLink)
  read(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() { devices }: Actor,
  ): Promise<DeviceLink> {
    return this.readLink.run(id, devices);
  }

  @Post()
  @Returns(DeviceLink)
  start(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: LinkStart }) { method }: LinkStart,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceLink> {
    return this.startLinking.run(id, method, actor);
  }

  @Delete()
  @Returns(DeviceLink)
  stop(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceLink> {
    return this.stopLinking.run(id, actor);
  }

  @Post('simulated-scan')
  @Returns(DeviceLink)
  scan(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceLink> {
    return this.simulateScan.run(id, actor);
  }
}
