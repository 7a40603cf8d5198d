import type { UserStatus, UserView } from '#contracts/user.contract.js';
import type { UserLink } from '../domain/user-link.js';
import type { User } from '../domain/user.js';

/** What a person has to come in with: a link that they have not used, and a second factor. */
interface WaysIn {
  readonly link: UserLink | null;
  readonly factor: boolean;
}

/** A person as Pengguna shows them. */
export function userView(user: User, { link, factor }: WaysIn): UserView {
  return {
    id: user.id,
    username: user.username,
    displayName: user.displayName,
    roles: [...user.roles],
    devices: user.devices === 'all' ? 'all' : [...user.devices],
    status: statusOf(user),
    createdAt: new Date(user.createdAt).toISOString(),
    linkExpiresAt: link && new Date(link.expiresAt).toISOString(),
    hasSecondFactor: factor,
  };
}

function statusOf({ disabledAt, joinedAt }: User): UserStatus {
  if (disabledAt !== null) return 'disabled';
  return joinedAt === null ? 'invited' : 'active';
}
