import { Role } from '#contracts/user.contract.js';
import type { EmbedHost } from './embed-host.js';

/** What a person may be here, as their host asks and we allow. */
export interface Grant {
  readonly roles: readonly Role[];
  /** Null: every device. */
  readonly deviceIds: readonly string[] | null;
  /** Devices that were asked for and do not exist, or are not the host's to give. */
  readonly dropped: readonly string[];
}

/** Who may give what. */
export interface GrantRules {
  readonly host: Pick<EmbedHost, 'roles' | 'deviceIds'>;
  /** Whether any host may make administrators at all. */
  readonly mayGrantAdministrator: boolean;
  /** Devices that there are. */
  readonly devices: ReadonlySet<string>;
}

/**
 * The first of the asked roles that stands in the way: unknown, or not the host's to give. Null when all
 * may be. Nobody gets a default role, and nobody fewer roles than asked.
 */
export function refusedRole(asked: readonly string[], rules: GrantRules): string | null {
  const given = new Set<string>(
    rules.host.roles.filter((role) => role !== 'administrator' || rules.mayGrantAdministrator),
  );
  return asked.find((role) => !given.has(role)) ?? null;
}

/** The grant for roles that {@link refusedRole} minds nothing of. Without `devices`: all of the host's. */
export function grantOf(
  roles: readonly string[],
  devices: readonly string[] | undefined,
  { host, devices: existing }: GrantRules,
): Grant {
  const own = host.deviceIds === null ? null : new Set(host.deviceIds);
  const isGiven = (id: string): boolean => existing.has(id) && own?.has(id) !== false;
  const asked = devices ?? host.deviceIds;
  return {
    roles: Role.options.filter((role) => roles.includes(role)),
    deviceIds: asked === null ? null : [...new Set(asked)].filter(isGiven),
    dropped: (devices ?? []).filter((id) => !isGiven(id)),
  };
}
