import { Controller, Delete, Param } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import { ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { RemoveSecondFactor } from '../../users/index.js';
import { EndSession } from '../application/end-session.js';

/** Pengguna: for somebody who lost their phone and their recovery codes. Here, because their logins end with it. */
@Controller('users/:id/second-factor')
@RequirePermission('users:manage')
export class UserSecondFactorController {
  constructor(
    private readonly removal: RemoveSecondFactor,
    private readonly endSession: EndSession,
  ) {}

  @RequireFreshProof()
  @Delete()
  @ReturnsNothing()
  remove(@Param({ schema: IdParam }) { id }: IdParam, @CurrentActor() actor: Actor): Promise<void> {
    return this.removal.ofAnother(id, actor, () => this.endSession.allOf(id));
  }
}
