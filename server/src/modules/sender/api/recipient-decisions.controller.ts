import { Body, Controller, Param, Post } from '@nestjs/common';
import {
  RecipientDecision,
  RecipientIdParam,
  RecipientView,
} from '#contracts/recipient.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DecideRecipient } from '../application/decide-recipient.js';

/** Tandai terkirim, Kirim ulang and Biarkan of one recipient. */
@Controller('recipients')
export class RecipientDecisionsController {
  constructor(private readonly decide: DecideRecipient) {}

  @Post(':id/decision')
  // Of an unknown one the use case asks for more.
  @RequirePermission('recipients:resolve-failed')
  @Returns(RecipientView)
  decision(
    @Param({ schema: RecipientIdParam }) { id }: RecipientIdParam,
    @Body({ schema: RecipientDecision }) { kind }: RecipientDecision,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientView> {
    return this.decide.run(id, kind, actor);
  }
}
