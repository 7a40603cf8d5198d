import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  LinkAcceptance,
  LinkReading,
  LinkReadingRequest,
  LoginAnswer,
} from '#contracts/auth.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { Public } from '../../../platform/http/route-access.js';
import { UseLink } from '../../users/index.js';
import { AcceptLink } from '../application/accept-link.js';
import { agentOf } from '../domain/agent.js';
import { SessionCookie } from './session-cookie.js';
import { SessionViews } from './session-views.js';

/** One-time links of invitations and forgotten passwords. Public: 256 random bits are what they ask for. */
@Controller('auth')
@Public()
export class LinkController {
  constructor(
    private readonly links: UseLink,
    private readonly acceptLink: AcceptLink,
    private readonly views: SessionViews,
    private readonly cookie: SessionCookie,
  ) {}

  /** By POST, so that the token is in no address and no log. */
  @Post('link-reading')
  @Returns(LinkReading)
  reading(
    @Body({ schema: LinkReadingRequest }) { token }: LinkReadingRequest,
  ): Promise<LinkReading> {
    return this.links.read(token);
  }

  @Post('link-acceptance')
  @Returns(LoginAnswer)
  async accept(
    @Body({ schema: LinkAcceptance }) acceptance: LinkAcceptance,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LoginAnswer> {
    const opened = await this.acceptLink.run(acceptance, agentOf(request.headers['user-agent']));
    if ('session' in opened) this.cookie.write(response, opened.token);
    return this.views.answer(opened);
  }
}
