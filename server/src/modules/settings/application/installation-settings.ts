import type { InstallationPolicies } from '#contracts/settings.contract.js';

/** What other modules may ask of the policies of this installation. */
export abstract class InstallationSettings {
  /**
   * The policies as they were last committed, by whichever process. In the caller's unit of work, and
   * they do not change before its end: what it decides by them was right when it was committed.
   */
  abstract policies(): Promise<InstallationPolicies>;
}

/** The policies were changed. Told after the commit, in the process that changed them. */
export class SettingsChanged {
  constructor(readonly policies: InstallationPolicies) {}
}
