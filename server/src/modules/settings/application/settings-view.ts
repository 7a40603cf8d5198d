import type { SettingsView } from '#contracts/settings.contract.js';
import type { PolicyVersion } from './ports/stored-policies.js';

/** A version of the policies as the screen sees it. */
export function settingsView({ version, policies, change }: PolicyVersion): SettingsView {
  return {
    version,
    policies,
    changedAt: change && new Date(change.at).toISOString(),
    changedBy: change?.by ?? null,
  };
}
