import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import { EmbedKeyCreated, EmbedKeyParam, EmbedKeyWish } from '#contracts/embed.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AddKey } from '../application/add-key.js';
import { keyView } from '../application/read-settings.js';
import { RetireKey } from '../application/retire-key.js';

/** The keys of a dashboard, for administrators. */
@Controller('embedding/hosts/:id/keys')
export class EmbedKeysController {
  constructor(
    private readonly addKey: AddKey,
    private readonly retireKey: RetireKey,
  ) {}

  /** The answer to this is the only one that ever holds the secret. */
  @RequireFreshProof()
  @Post()
  @RequirePermission('embedding:manage')
  @Returns(EmbedKeyCreated, 201)
  async add(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: EmbedKeyWish }) wish: EmbedKeyWish,
    @CurrentActor() actor: Actor,
  ): Promise<EmbedKeyCreated> {
    const { key, secret } = await this.addKey.run(id, wish, actor);
    return { key: keyView(key), secret };
  }

  /** Nothing signed with it counts from now on. */
  @RequireFreshProof()
  @Delete(':kid')
  @RequirePermission('embedding:manage')
  @ReturnsNothing()
  retire(
    @Param({ schema: EmbedKeyParam }) { id, kid }: EmbedKeyParam,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.retireKey.run(id, kid, actor);
  }
}
