import { Controller, Get, Query } from '@nestjs/common';
import { SendEstimate, SendEstimateQuery } from '#contracts/broadcast.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { EstimateSending } from '../application/estimate-sending.js';

/** Tambah and Edit Pesan, third part: how long sending would take. */
@Controller('send-estimates')
@RequirePermission('broadcasts:edit')
export class SendEstimatesController {
  constructor(private readonly estimate: EstimateSending) {}

  @Get()
  @Returns(SendEstimate)
  read(
    @Query({ schema: SendEstimateQuery }) query: SendEstimateQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SendEstimate> {
    return this.estimate.run(query, actor);
  }
}
