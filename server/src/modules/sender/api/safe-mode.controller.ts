import { Body, Controller, Get, Post } from '@nestjs/common';
import { SafeModeRelease, SafeModeView } from '#contracts/safe-mode.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Returns } from '../../../platform/http/returns.js';
import { CurrentActor, RequirePermission } from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ReleaseSafeMode } from '../application/release-safe-mode.js';
import { SafeMode } from '../application/safe-mode.js';

/** Whether sending stands still after a restore, and letting it go on. */
@Controller('safe-mode')
export class SafeModeController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly safeMode: SafeMode,
    private readonly releaseSafeMode: ReleaseSafeMode,
  ) {}

  @Get()
  @RequirePermission('broadcasts:read')
  @Returns(SafeModeView)
  read(): Promise<SafeModeView> {
    return this.unit.run(() => this.safeMode.view());
  }

  @Post('release')
  @RequirePermission('safe-mode:release')
  @Returns(SafeModeView)
  release(
    @Body({ schema: SafeModeRelease }) { id }: SafeModeRelease,
    @CurrentActor() actor: Actor,
  ): Promise<SafeModeView> {
    return this.releaseSafeMode.run(id, actor);
  }
}
