import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { PasswordChange, SessionList, StepUp as GivenProof } from '#contracts/auth.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  CurrentSession,
  EvenWithoutSecondFactor,
  RequireLogin,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ChangeOwnPassword } from '../application/change-own-password.js';
import { PersonSessions } from '../application/person-sessions.js';
import { StepUp } from '../application/step-up.js';

/** Akun saya: one's password and where one is logged in. */
@Controller('auth')
@RequireLogin()
export class AccountController {
  constructor(
    private readonly passwords: ChangeOwnPassword,
    private readonly sessions: PersonSessions,
    private readonly stepUp: StepUp,
  ) {}

  @Post('password')
  @ReturnsNothing()
  async changePassword(
    @Body({ schema: PasswordChange }) change: PasswordChange,
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @Req() request: Request,
  ): Promise<void> {
    await this.passwords.run(change, { userId, sessionId, address: request.ip ?? '' });
  }

  /** Opens, for a while, what wants a fresh proof (`x-fresh-proof`). */
  @Post('step-up')
  @EvenWithoutSecondFactor()
  @ReturnsNothing()
  async prove(
    @Body({ schema: GivenProof }) proof: GivenProof,
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @Req() { ip: address = '' }: Request,
  ): Promise<void> {
    await this.stepUp.run(proof, { userId, sessionId, address });
  }

  @Get('sessions')
  @Returns(SessionList)
  list(@CurrentActor() { id }: Actor, @CurrentSession() asking: string): Promise<SessionList> {
    return this.sessions.list(id, asking);
  }

  /** Every other login of the person. */
  @Delete('sessions')
  @ReturnsNothing()
  async endOthers(@CurrentActor() actor: Actor, @CurrentSession() asking: string): Promise<void> {
    await this.sessions.endAll(actor.id, asking, actor);
  }

  @Delete('sessions/:id')
  @ReturnsNothing()
  async end(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.sessions.end(actor.id, id, actor);
  }
}
