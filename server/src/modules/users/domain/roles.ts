import { Permission } from '#contracts/user.contract.js';
import type { Role } from '#contracts/user.contract.js';

const SEES: readonly Permission[] = ['devices:read', 'broadcasts:read'];
const RUNS: readonly Permission[] = ['broadcasts:confirm', 'broadcasts:send', 'recipients:resolve'];

/** What each job may do. Administrators may do everything there is, also what is added later. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: SEES,
  operator: [...SEES, 'broadcasts:edit', ...RUNS],
  confirmer: [...SEES, ...RUNS],
  administrator: Permission.options,
};

/** What a person with these jobs may do: everything that any of them allows. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
}
