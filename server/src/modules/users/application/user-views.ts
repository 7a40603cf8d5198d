import type { UserStatus, UserView } from '#contracts/user.contract.js';
import type { UserLink } from '../domain/user-link.js';
import type { User } from '../domain/user.js';

/** A person as Pengguna shows them, with the link that they were given and have not used. */
export function userView(user: User, link: UserLink | null): UserView {
  return {
    id: user.id,
    username: user.username,
    displayName: user.displayName,
    roles: [...user.roles],
    devices: user.devices === 'all' ? 'all' : [...user.devices],
    status: statusOf(user),
    createdAt: new Date(user.createdAt).toISOString(),
    linkExpiresAt: link && new Date(link.expiresAt).toISOString(),
  };
}

function statusOf({ disabledAt, joinedAt }: User): UserStatus {
  if (disabledAt !== null) return 'disabled';
  return joinedAt === null ? 'invited' : 'active';
}
