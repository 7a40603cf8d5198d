import { Controller, Post } from '@nestjs/common';
import { PracticeTourResult } from '#contracts/broadcast.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { PracticeTour } from '../application/practice-tour.js';

/** "Coba dengan perangkat latihan" of an empty installation. */
@Controller('practice-tour')
@RequirePermission('devices:manage')
export class PracticeTourController {
  constructor(private readonly tour: PracticeTour) {}

  @Post()
  @Returns(PracticeTourResult, 201)
  async start(@CurrentActor() actor: Actor): Promise<PracticeTourResult> {
    // It makes a message too; a route declares one permission.
    if (!actor.permissions.has('broadcasts:edit')) throw new DomainError('AUTH.FORBIDDEN');
    return { broadcastId: await this.tour.run(actor) };
  }
}
