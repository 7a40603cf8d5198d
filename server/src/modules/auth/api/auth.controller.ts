import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuthStatus, LoginRequest, SetupRequest } from '#contracts/auth.contract.js';
import { Me } from '#contracts/user.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  CurrentSession,
  Public,
  RequireLogin,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { LogIn } from '../application/log-in.js';
import { LogOut } from '../application/log-out.js';
import { SetUp } from '../application/set-up.js';
import type { StartedSession } from '../application/start-session.js';
import { agentOf } from '../domain/agent.js';
import { SessionViews } from './session-views.js';
import { SessionCookie } from './session-cookie.js';

/** Setting up, logging in and out. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly views: SessionViews,
    private readonly setUp: SetUp,
    private readonly logIn: LogIn,
    private readonly logOut: LogOut,
    private readonly cookie: SessionCookie,
  ) {}

  /** Public: the screens before login need it. */
  @Get('status')
  @Public()
  @Returns(AuthStatus)
  async status(): Promise<AuthStatus> {
    return this.views.status();
  }

  /** Public: the one-time token of the setup link is what it asks for. */
  @Post('setup')
  @Public()
  @Returns(Me, 201)
  async setup(
    @Body({ schema: SetupRequest }) body: SetupRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    return this.begin(response, await this.setUp.run(body, agentFrom(request)));
  }

  /** Public: this is where people come in. */
  @Post('login')
  @Public()
  @Returns(Me)
  async login(
    @Body({ schema: LoginRequest }) body: LoginRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const attempt = { ...body, address: request.ip ?? '', agent: agentFrom(request) };
    return this.begin(response, await this.logIn.run(attempt));
  }

  @Post('logout')
  @RequireLogin()
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
  @RequireLogin()
  @Returns(Me)
  async me(@CurrentSession() sessionId: string): Promise<Me> {
    return this.views.me(sessionId);
  }

  private begin(response: Response, started: StartedSession): Me {
    this.cookie.write(response, started.token);
    return this.views.of(started);
  }
}

const agentFrom = ({ headers }: Request) => agentOf(headers['user-agent']);
