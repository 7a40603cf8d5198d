import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Me } from '#contracts/user.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  CurrentSession,
  EvenWithoutSecondFactor,
  RequireLogin,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { LogOut } from '../application/log-out.js';
import { SessionCookie } from './session-cookie.js';
import { SessionViews } from './session-views.js';

/** The login that asks: whose it is, and its end. */
@Controller('auth')
@RequireLogin()
@EvenWithoutSecondFactor()
export class LoginController {
  constructor(
    private readonly views: SessionViews,
    private readonly logOut: LogOut,
    private readonly cookie: SessionCookie,
  ) {}

  @Post('logout')
  @ReturnsNothing()
  async logout(
    @CurrentActor() actor: Actor,
    @CurrentSession() sessionId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.logOut.run(actor, sessionId);
    this.cookie.clear(response);
  }

  @Get('me')
  @Returns(Me)
  async me(@CurrentSession() sessionId: string): Promise<Me> {
    return this.views.me(sessionId);
  }
}
