import { Controller, Param, Post } from '@nestjs/common';
import { RunView } from '#contracts/broadcast.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { ResendResult } from '#contracts/recipient.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { CancelRun } from '../application/cancel-run.js';
import { PauseRun } from '../application/pause-run.js';
import { ResendFailed } from '../application/resend-failed.js';
import { ResumeRun } from '../application/resume-run.js';

/** Jeda, Lanjutkan, Batalkan and Kirim ulang yang gagal. */
@Controller('broadcasts/:id')
export class RunsController {
  constructor(
    private readonly pauseRun: PauseRun,
    private readonly resumeRun: ResumeRun,
    private readonly cancelRun: CancelRun,
    private readonly resend: ResendFailed,
  ) {}

  @Post('pause')
  @RequirePermission('broadcasts:send')
  @Returns(RunView)
  pause(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<RunView> {
    return this.pauseRun.byPerson(id, actor);
  }

  @Post('resume')
  @RequirePermission('broadcasts:send')
  @Returns(RunView)
  resume(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<RunView> {
    return this.resumeRun.run(id, actor);
  }

  @Post('cancel')
  @RequirePermission('broadcasts:send')
  @Returns(RunView)
  cancel(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<RunView> {
    return this.cancelRun.run(id, actor);
  }

  @Post('resend-failed')
  @RequirePermission('recipients:resolve-failed')
  @Returns(ResendResult)
  resendFailed(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<ResendResult> {
    return this.resend.run(id, actor);
  }
}
