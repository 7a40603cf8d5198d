import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuthStatus, LoginAnswer, LoginRequest, SetupRequest } from '#contracts/auth.contract.js';
import { LoginCode } from '#contracts/second-factor.contract.js';
import { Me } from '#contracts/user.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { Public } from '../../../platform/http/route-access.js';
import { RateLimits } from '../../../platform/rate-limit/rate-limits.js';
import { FinishLogin } from '../application/finish-login.js';
import { LogIn } from '../application/log-in.js';
import type { AskedForCode } from '../application/open-door.js';
import { SetUp } from '../application/set-up.js';
import type { StartedSession } from '../application/start-session.js';
import { agentOf } from '../domain/agent.js';
import { SessionViews } from './session-views.js';
import { SessionCookie } from './session-cookie.js';

/** Setting up and logging in. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly views: SessionViews,
    private readonly setUp: SetUp,
    private readonly logIn: LogIn,
    private readonly finishLogin: FinishLogin,
    private readonly cookie: SessionCookie,
    private readonly limits: RateLimits,
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
    const started = await this.setUp.run(body, agentFrom(request));
    this.cookie.write(response, started.token);
    return this.views.of(started);
  }

  /** Public: this is where people come in. Who has a second factor is asked for its code. */
  @Post('login')
  @Public()
  @Returns(LoginAnswer)
  async login(
    @Body({ schema: LoginRequest }) body: LoginRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LoginAnswer> {
    // Across all processes; the growing delay of `LogIn` is of one.
    await this.limits.take('login', body.username.toLowerCase());
    const attempt = { ...body, address: request.ip ?? '', agent: agentFrom(request) };
    return this.begin(response, await this.logIn.run(attempt));
  }

  /** Public: the word of the first step and a code are what it asks for. */
  @Post('login/code')
  @Public()
  @Returns(Me)
  async code(
    @Body({ schema: LoginCode }) body: LoginCode,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const step = { ...body, address: request.ip ?? '', agent: agentFrom(request) };
    const started = await this.finishLogin.run(step);
    this.cookie.write(response, started.token);
    return this.views.of(started);
  }

  private async begin(
    response: Response,
    opened: StartedSession | AskedForCode,
  ): Promise<LoginAnswer> {
    if ('session' in opened) this.cookie.write(response, opened.token);
    return this.views.answer(opened);
  }
}

const agentFrom = ({ headers }: Request) => agentOf(headers['user-agent']);
