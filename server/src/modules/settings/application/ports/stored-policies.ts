import type { InstallationPolicies } from '#contracts/settings.contract.js';

/** Who changed the policies last, and when. */
export interface PolicyChange {
  readonly by: string;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

/** The policies at one version; `change` is null, and the version 0, until they are changed for the first time. */
export interface PolicyVersion {
  readonly version: number;
  readonly policies: InstallationPolicies;
  readonly change: PolicyChange | null;
}

/** The stored policies. Every call runs in the caller's unit of work. */
export abstract class StoredPolicies {
  /** As they were last committed; they do not change before the end of the unit. */
  abstract read(): Promise<PolicyVersion>;

  /** Puts `policies` in the place of `version`. False when they are at another version by now. */
  abstract replace(
    version: number,
    policies: InstallationPolicies,
    change: PolicyChange,
  ): Promise<boolean>;
}
