import { Injectable } from '@nestjs/common';
import type { SettingsView } from '#contracts/settings.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StoredPolicies } from './ports/stored-policies.js';
import { settingsView } from './settings-view.js';

/** The policies for the page Pengaturan. */
@Injectable()
export class ReadSettings {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly stored: StoredPolicies,
  ) {}

  run(): Promise<SettingsView> {
    return this.unit.run(async () => settingsView(await this.stored.read()));
  }
}
