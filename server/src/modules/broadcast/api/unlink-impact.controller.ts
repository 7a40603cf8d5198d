import { Controller, Get, Param } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import { UnlinkImpact } from '#contracts/device.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ReadUnlinkImpact } from '../application/read-unlink-impact.js';

/** What Hapus Koneksi will touch. Here, because devices know nothing of broadcasts. */
@Controller('devices/:id/unlink-impact')
@RequirePermission('devices:manage')
export class UnlinkImpactController {
  constructor(private readonly impact: ReadUnlinkImpact) {}

  @Get()
  @Returns(UnlinkImpact)
  read(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<UnlinkImpact> {
    return this.impact.run(id, actor);
  }
}
