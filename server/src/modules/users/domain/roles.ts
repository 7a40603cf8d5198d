import { Permission } from '#contracts/user.contract.js';
import type { Role } from '#contracts/user.contract.js';

const SEES: readonly Permission[] = ['devices:read', 'broadcasts:read'];
const SENDS: readonly Permission[] = [
  ...SEES,
  'recipients:numbers',
  'broadcasts:confirm',
  'broadcasts:send',
  'recipients:resolve-failed',
];

/**
 * What each job may do, on the devices of the person: the one table that the guard asks, docs/roles.md
 * shows and the tests of every route read. Administrators may do everything there is, also what is added
 * later, on every device.
 */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: SEES,
  operator: [...SENDS, 'broadcasts:edit'],
  confirmer: [...SENDS, 'recipients:resolve-unknown'],
  administrator: Permission.options,
};

/** What a person with these jobs may do: everything that any of them allows. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => PERMISSIONS_OF[role]));
}
