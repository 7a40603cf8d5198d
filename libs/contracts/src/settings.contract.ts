import * as z from 'zod/mini';
import { Instant } from './common.contract.js';

/** More than `above` recipients need four eyes when the mode is `above`. 50: the research's default. */
const FOUR_EYES_ABOVE = { min: 1, max: 1_000_000, default: 50 } as const;

/**
 * Four eyes: whoever confirms a message is neither its author nor its last editor, administrators
 * included. `above`: from how many recipients on it is asked for; more than this many.
 */
export const FourEyesPolicy = z
  .object({
    mode: z.enum(['off', 'above', 'always']),
    above: z.int().check(z.minimum(FOUR_EYES_ABOVE.min), z.maximum(FOUR_EYES_ABOVE.max)),
  })
  .register(z.globalRegistry, { id: 'FourEyesPolicy' });
export type FourEyesPolicy = z.infer<typeof FourEyesPolicy>;

/**
 * Two-step verification. `off`: not offered, whoever has it keeps it. `optional`: for whoever wants it.
 * `required`: who administers or confirms can do nothing else before they have switched it on.
 */
export const SecondFactorPolicy = z
  .object({ mode: z.enum(['off', 'optional', 'required']) })
  .register(z.globalRegistry, { id: 'SecondFactorPolicy' });
export type SecondFactorPolicy = z.infer<typeof SecondFactorPolicy>;

/**
 * What an administrator has switched on for everybody. A new policy is one more key here, with its value
 * of a fresh installation in `FRESH_POLICIES`, its sentence in the page Pengaturan, and whoever keeps it
 * asks `InstallationSettings`; no migration.
 */
export const InstallationPolicies = z
  .object({ fourEyes: FourEyesPolicy, secondFactor: SecondFactorPolicy })
  .register(z.globalRegistry, { id: 'InstallationPolicies' });
export type InstallationPolicies = z.infer<typeof InstallationPolicies>;

/**
 * A fresh installation stays simple: nothing is asked of anybody until somebody switches it on. Two-step
 * verification is offered from the start, since it only binds who chooses it.
 */
export const FRESH_POLICIES: InstallationPolicies = {
  fourEyes: { mode: 'off', above: FOUR_EYES_ABOVE.default },
  secondFactor: { mode: 'optional' },
};

/** The policies, and which version of them this is: 0 until they are changed for the first time. */
export const SettingsView = z
  .object({
    version: z.int(),
    policies: InstallationPolicies,
    changedAt: z.nullable(Instant),
    changedBy: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'SettingsView' });
export type SettingsView = z.infer<typeof SettingsView>;

/** Simpan: the version that the person has seen, so that nobody overwrites another, and all policies. */
export const SettingsChange = z
  .object({ version: z.int().check(z.minimum(0)), policies: InstallationPolicies })
  .register(z.globalRegistry, { id: 'SettingsChange' });
export type SettingsChange = z.infer<typeof SettingsChange>;
