import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  BroadcastCreate,
  BroadcastFilter,
  BroadcastPage,
  BroadcastSummary,
  BroadcastUpdate,
  BroadcastView,
} from '#contracts/broadcast.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { CreateBroadcast } from '../application/create-broadcast.js';
import { DeleteBroadcast } from '../application/delete-broadcast.js';
import { EditBroadcast } from '../application/edit-broadcast.js';
import { ReadBroadcasts } from '../application/read-broadcasts.js';

/** WA Broadcast: the list, Tambah, Edit Pesan and Hapus Pesan. */
@Controller('broadcasts')
export class BroadcastsController {
  constructor(
    private readonly read: ReadBroadcasts,
    private readonly createBroadcast: CreateBroadcast,
    private readonly editBroadcast: EditBroadcast,
    private readonly deleteBroadcast: DeleteBroadcast,
  ) {}

  @Get()
  @RequirePermission('broadcasts:read')
  @Returns(BroadcastPage)
  list(
    @Query({ schema: BroadcastFilter }) filter: BroadcastFilter,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastPage> {
    return this.read.page(filter, actor);
  }

  @Get('summary')
  @RequirePermission('broadcasts:read')
  @Returns(BroadcastSummary)
  summary(@CurrentActor() actor: Actor): Promise<BroadcastSummary> {
    return this.read.summary(actor);
  }

  @Get(':id')
  @RequirePermission('broadcasts:read')
  @Returns(BroadcastView)
  get(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.read.get(id, actor);
  }

  @Post()
  @RequirePermission('broadcasts:edit')
  @Returns(BroadcastView, 201)
  create(
    @Body({ schema: BroadcastCreate }) content: BroadcastCreate,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.createBroadcast.run(content, actor);
  }

  @Put(':id')
  @RequirePermission('broadcasts:edit')
  @Returns(BroadcastView)
  edit(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: BroadcastUpdate }) update: BroadcastUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.editBroadcast.run(id, update, actor);
  }

  @Delete(':id')
  @RequirePermission('broadcasts:edit')
  @ReturnsNothing()
  remove(@Param({ schema: IdParam }) { id }: IdParam, @CurrentActor() actor: Actor): Promise<void> {
    return this.deleteBroadcast.run(id, actor);
  }
}
