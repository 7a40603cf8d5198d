import { Body, Controller, Delete, Get, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { IdParam } from '#contracts/common.contract.js';
import {
  EmbedHostView,
  EmbedHostWish,
  EmbedSessionsEnded,
  EmbedSettings,
} from '#contracts/embed.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import { ourOrigin } from '../../../platform/http/same-origin.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { CallBack } from '../application/call-back.js';
import { ReadSettings } from '../application/read-settings.js';
import { RemoveHost } from '../application/remove-host.js';
import { SaveHost } from '../application/save-host.js';

/** Which dashboards may show us, for administrators. */
@Controller('embedding')
export class EmbeddingController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly readSettings: ReadSettings,
    private readonly saveHost: SaveHost,
    private readonly removeHost: RemoveHost,
    private readonly callBack: CallBack,
  ) {}

  @Get()
  @RequirePermission('embedding:manage')
  @Returns(EmbedSettings)
  read(@Req() request: Request): Promise<EmbedSettings> {
    return this.readSettings.all(ourOrigin(request, this.config));
  }

  @RequireFreshProof()
  @Post('hosts')
  @RequirePermission('embedding:manage')
  @Returns(EmbedHostView, 201)
  async add(
    @Body({ schema: EmbedHostWish }) wish: EmbedHostWish,
    @CurrentActor() actor: Actor,
  ): Promise<EmbedHostView> {
    return this.readSettings.one(await this.saveHost.add(wish, actor));
  }

  @RequireFreshProof()
  @Put('hosts/:id')
  @RequirePermission('embedding:manage')
  @Returns(EmbedHostView)
  async change(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: EmbedHostWish }) wish: EmbedHostWish,
    @CurrentActor() actor: Actor,
  ): Promise<EmbedHostView> {
    await this.saveHost.change(id, wish, actor);
    return this.readSettings.one(id);
  }

  @RequireFreshProof()
  @Delete('hosts/:id')
  @RequirePermission('embedding:manage')
  @ReturnsNothing()
  remove(@Param({ schema: IdParam }) { id }: IdParam, @CurrentActor() actor: Actor): Promise<void> {
    return this.removeHost.run(id, actor);
  }

  /** Ends every frame that is open through this host. */
  @Delete('hosts/:id/sessions')
  @RequirePermission('embedding:manage')
  @Returns(EmbedSessionsEnded)
  async endSessions(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<EmbedSessionsEnded> {
    return { ended: await this.callBack.run(id, actor) };
  }
}
