import { Body, Controller, Get, Put } from '@nestjs/common';
import { SettingsChange, SettingsView } from '#contracts/settings.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ChangeSettings } from '../application/change-settings.js';
import { ReadSettings } from '../application/read-settings.js';

/** Pengaturan: the policies of the installation, for administrators. */
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly readSettings: ReadSettings,
    private readonly changeSettings: ChangeSettings,
  ) {}

  @Get()
  @RequirePermission('users:manage')
  @Returns(SettingsView)
  read(): Promise<SettingsView> {
    return this.readSettings.run();
  }

  @Put()
  @RequireFreshProof()
  @RequirePermission('users:manage')
  @Returns(SettingsView)
  change(
    @Body({ schema: SettingsChange }) wish: SettingsChange,
    @CurrentActor() actor: Actor,
  ): Promise<SettingsView> {
    return this.changeSettings.run(wish, actor);
  }
}
