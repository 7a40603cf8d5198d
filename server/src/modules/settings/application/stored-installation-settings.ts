import { Injectable } from '@nestjs/common';
import type { InstallationPolicies } from '#contracts/settings.contract.js';
import { InstallationSettings } from './installation-settings.js';
import { StoredPolicies } from './ports/stored-policies.js';

/** `InstallationSettings` on the stored policies. Reads them each time: a copy would be old in another process. */
@Injectable()
export class StoredInstallationSettings extends InstallationSettings {
  constructor(private readonly stored: StoredPolicies) {
    super();
  }

  async policies(): Promise<InstallationPolicies> {
    return (await this.stored.read()).policies;
  }
}
