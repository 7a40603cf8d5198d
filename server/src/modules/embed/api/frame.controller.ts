import { Body, Controller, Delete, Inject, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { EmbedAccess, EmbedEntry, EmbedRenewal } from '#contracts/embed.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import { CurrentSession, Public, RequireLogin } from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import { ourOrigin } from '../../../platform/http/same-origin.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { EndFrames, frameIdOf } from '../application/end-frames.js';
import { EnterFrame } from '../application/enter-frame.js';
import { RenewFrame } from '../application/renew-frame.js';
import { FrameViews } from './frame-views.js';

/** What the page in a frame asks for itself. */
@Controller('frame')
export class FrameController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly enterFrame: EnterFrame,
    private readonly renewFrame: RenewFrame,
    private readonly endFrames: EndFrames,
    private readonly views: FrameViews,
  ) {}

  /** Public: the one-time code of the delivered page is what it asks for. */
  @Post('entry')
  @Limited('embed')
  @Public()
  @Returns(EmbedAccess)
  async enter(@Body({ schema: EmbedEntry }) { code }: EmbedEntry): Promise<EmbedAccess> {
    return this.views.access(await this.enterFrame.run(code));
  }

  /** A new access, for a new token of the host. */
  @Post('renewal')
  @RequireLogin()
  @Returns(EmbedAccess)
  async renew(
    @Body({ schema: EmbedRenewal }) { token }: EmbedRenewal,
    @CurrentSession() sessionId: string,
    @Req() request: Request,
  ): Promise<EmbedAccess> {
    const audience = ourOrigin(request, this.config);
    return this.views.access(await this.renewFrame.run(frameOf(sessionId), token, audience));
  }

  /** The host says that the person has left. */
  @Delete()
  @RequireLogin()
  @ReturnsNothing()
  async end(@CurrentSession() sessionId: string): Promise<void> {
    await this.endFrames.one(frameOf(sessionId));
  }
}

/** @throws DomainError REQUEST.NOT_FOUND for who is in without a frame. */
function frameOf(sessionId: string): string {
  const id = frameIdOf(sessionId);
  if (id === null) throw new DomainError('REQUEST.NOT_FOUND');
  return id;
}
