import type { UserAccess } from '#contracts/user.contract.js';

/** Roles and devices as the book keeps them. */
export const accessDetails = ({ roles, devices }: UserAccess) => ({
  roles: roles.join(' '),
  devices: devices === 'all' ? 'all' : devices.length,
});
