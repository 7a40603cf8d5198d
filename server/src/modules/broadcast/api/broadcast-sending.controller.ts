import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { BroadcastReview, BroadcastView, ConfirmRequest } from '#contracts/broadcast.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { ConfirmBroadcast } from '../application/confirm-broadcast.js';
import { ReviewBroadcast } from '../application/review-broadcast.js';
import { SendBroadcast } from '../application/send-broadcast.js';

/** Visible ASCII, as long as the ledger keeps it. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,100}$/;

/** From a draft to a running broadcast: what to check, Konfirmasi, Kirim Pesan. */
@Controller('broadcasts/:id')
export class BroadcastSendingController {
  constructor(
    private readonly reviewBroadcast: ReviewBroadcast,
    private readonly confirmBroadcast: ConfirmBroadcast,
    private readonly sendBroadcast: SendBroadcast,
  ) {}

  @Get('review')
  @RequirePermission('broadcasts:read')
  @Returns(BroadcastReview)
  review(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastReview> {
    return this.reviewBroadcast.run(id, actor);
  }

  @Post('confirm')
  @RequirePermission('broadcasts:confirm')
  @Returns(BroadcastView)
  confirm(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ConfirmRequest }) { revision }: ConfirmRequest,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    return this.confirmBroadcast.run(id, revision, actor);
  }

  @Post('send')
  @RequirePermission('broadcasts:send')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @Returns(BroadcastView, 202)
  send(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BroadcastView> {
    if (idempotencyKey === undefined || !IDEMPOTENCY_KEY.test(idempotencyKey)) {
      throw new DomainError('RUN.IDEMPOTENCY_KEY_MISSING');
    }
    return this.sendBroadcast.run(id, idempotencyKey, actor);
  }
}
