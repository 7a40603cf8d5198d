import type { UserAccess } from '#contracts/user.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { inScope } from '../../../platform/kernel/device-scope.js';
import { permissionsOf } from './roles.js';
import { isActive } from './user.js';
import type { User } from './user.js';

type Granter = Pick<Actor, 'permissions' | 'devices'>;

/**
 * Nobody gives or takes what they do not hold: of what `before` and `after` differ in, every permission and
 * every device must be the granter's own. Refuses USER.GRANT_TOO_WIDE.
 */
export function assertMayGrant(granter: Granter, before: UserAccess, after: UserAccess): void {
  const roles = difference(before.roles, after.roles);
  const permissions = [...permissionsOf(roles)];
  const devices = changedDevices(before.devices, after.devices);
  const all = devices === 'all' ? granter.devices === 'all' : devices.every(mayUse(granter));
  if (!all || !permissions.every((permission) => granter.permissions.has(permission))) {
    throw new DomainError('USER.GRANT_TOO_WIDE');
  }
}

/**
 * Somebody must be left who can let others in. `everybody` as it would be. Refuses
 * USER.LAST_ADMINISTRATOR.
 */
export function assertAdministrated(everybody: readonly User[]): void {
  if (everybody.some((user) => isActive(user) && user.roles.includes('administrator'))) return;
  throw new DomainError('USER.LAST_ADMINISTRATOR');
}

const mayUse =
  ({ devices }: Granter) =>
  (deviceId: string): boolean =>
    inScope(devices, deviceId);

function changedDevices(
  before: UserAccess['devices'],
  after: UserAccess['devices'],
): UserAccess['devices'] {
  if (before === after) return [];
  return before === 'all' || after === 'all' ? 'all' : difference(before, after);
}

function difference<T>(a: readonly T[], b: readonly T[]): T[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}
