import { Body, Controller, Delete, Get, Param, Patch, Query } from '@nestjs/common';
import { BroadcastRecipientParam, BroadcastView } from '#contracts/broadcast.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { RecipientFilter, RecipientPage, RecipientUpdate } from '#contracts/recipient.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { EditRecipients } from '../application/edit-recipients.js';
import { ReadBroadcasts } from '../application/read-broadcasts.js';

/** Detail Penerima, and single recipients in Edit Pesan. A change answers the broadcast as it is then. */
@Controller('broadcasts/:id/recipients')
export class BroadcastRecipientsController {
  constructor(
    private readonly read: ReadBroadcasts,
    private readonly edit: EditRecipients,
  ) {}

  @Get()
  @RequirePermission('broadcasts:read')
  @Returns(RecipientPage)
  list(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: RecipientFilter }) filter: RecipientFilter,
    @CurrentActor() actor: Actor,
  ): Promise<RecipientPage> {
    return this.read.recipients(id, filter, actor);
  }

  @Patch(':recipientId')
  @RequirePermission('broadcasts:edit')
  @Returns(BroadcastView)
  correct(
    @Param({ schema: BroadcastRecipientParam }) { id, recipientId }: BroadcastRecipientParam,
    @Body({ schema: RecipientUpdate }) change: RecipientUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.edit.correct(id, recipientId, change, actor);
  }

  @Delete(':recipientId')
  @RequirePermission('broadcasts:edit')
  @Returns(BroadcastView)
  remove(
    @Param({ schema: BroadcastRecipientParam }) { id, recipientId }: BroadcastRecipientParam,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.edit.remove(id, recipientId, actor);
  }
}
