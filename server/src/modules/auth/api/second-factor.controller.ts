import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  CodeProof,
  RecoveryCodes,
  SecondFactorEnrolment,
  SecondFactorStart,
  SecondFactorView,
} from '#contracts/second-factor.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  CurrentSession,
  EvenWithoutSecondFactor,
  RequireFreshProof,
  RequireLogin,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { SecondFactors } from '../../users/index.js';
import { OwnFactorChanges } from '../application/own-factor-changes.js';
import { OwnFactorEnrolment } from '../application/own-factor-enrolment.js';
import { SecondFactorDuty } from '../application/second-factor-duty.js';

/** Akun saya: one's second factor. */
@Controller('auth/second-factor')
@RequireLogin()
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly enrolment: OwnFactorEnrolment,
    private readonly changes: OwnFactorChanges,
    private readonly duty: SecondFactorDuty,
  ) {}

  @Get()
  @EvenWithoutSecondFactor()
  @Returns(SecondFactorView)
  async view(@CurrentActor() { id }: Actor): Promise<SecondFactorView> {
    return { ...(await this.factors.view(id)), isOffered: await this.duty.isOffered() };
  }

  /** A new secret for an application. Changes nothing yet. */
  @RequireFreshProof()
  @Post('enrolment')
  @EvenWithoutSecondFactor()
  @Returns(SecondFactorEnrolment)
  begin(@CurrentActor() { id }: Actor): Promise<SecondFactorEnrolment> {
    return this.enrolment.begin(id);
  }

  /** The first code switches it on. The answer is the only one that holds the recovery codes. */
  @Post()
  @EvenWithoutSecondFactor()
  @Returns(RecoveryCodes)
  async start(
    @Body({ schema: SecondFactorStart }) start: SecondFactorStart,
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @Req() { ip: address = '' }: Request,
  ): Promise<RecoveryCodes> {
    return { codes: await this.enrolment.finish(start, { userId, sessionId, address }) };
  }

  /** New recovery codes in place of those of before, for a code. */
  @Post('recovery-codes')
  @Returns(RecoveryCodes)
  async renew(
    @Body({ schema: CodeProof }) { code }: CodeProof,
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @Req() { ip: address = '' }: Request,
  ): Promise<RecoveryCodes> {
    return { codes: await this.changes.renew(code, { userId, sessionId, address }) };
  }

  /** Switches it off, for a code. */
  @Post('removal')
  @ReturnsNothing()
  stop(
    @Body({ schema: CodeProof }) { code }: CodeProof,
    @CurrentActor() { id: userId }: Actor,
    @CurrentSession() sessionId: string,
    @Req() { ip: address = '' }: Request,
  ): Promise<void> {
    return this.changes.stop(code, { userId, sessionId, address });
  }
}
