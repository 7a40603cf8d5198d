import type { DeviceGrant, Role } from '#contracts/user.contract.js';
import type { DeviceScope } from '../../../platform/kernel/device-scope.js';

/** A person who may log in. */
export interface User {
  readonly id: string;
  /** Lower case: names are compared without case. */
  readonly username: string;
  readonly displayName: string;
  /** PHC string; never leaves the server. */
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  /** Devices that they were given; an administrator uses every one. */
  readonly devices: DeviceGrant;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When they chose their password; null: invited, and not come yet. */
  readonly joinedAt: number | null;
  /** When this person was shut out; null: may log in. */
  readonly disabledAt: number | null;
}

/** Whether this person may log in and act. */
export const isActive = ({ disabledAt, joinedAt }: User): boolean =>
  disabledAt === null && joinedAt !== null;

/** The devices that this person may use now. */
export const devicesOf = ({ roles, devices }: Pick<User, 'roles' | 'devices'>): DeviceScope =>
  roles.includes('administrator') ? 'all' : devices;
