import type { InstallationPolicies } from '#contracts/settings.contract.js';

/** Each value that differs, as `policy.field`, with what it was and what it is. */
export type PolicyDifferences = Readonly<Record<string, string>>;

/** What changed between two versions of the policies, in words for the audit. Empty when nothing did. */
export function policyDifferences(
  before: InstallationPolicies,
  after: InstallationPolicies,
): PolicyDifferences {
  const old = valuesOf(before);
  return Object.fromEntries(
    Object.entries(valuesOf(after)).flatMap(([name, value]) =>
      old[name] === value ? [] : [[name, `${old[name] ?? ''} → ${value}`]],
    ),
  );
}

function valuesOf(policies: InstallationPolicies): Record<string, string> {
  return Object.fromEntries(
    Object.entries(policies).flatMap(([policy, fields]) =>
      Object.entries(fields).map(([field, value]) => [`${policy}.${field}`, String(value)]),
    ),
  );
}
