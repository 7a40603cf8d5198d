import type { UserLinkKind } from '#contracts/user.contract.js';

const HOUR = 60 * 60_000;

/** How long a link holds, in milliseconds: an invitation waits for its person, a reset is asked for now. */
export const LINK_LIFETIMES: Readonly<Record<UserLinkKind, number>> = {
  invitation: 72 * HOUR,
  'password-reset': HOUR,
};

/** A one-time link: whoever holds it chooses the password of its person. Each person has at most one. */
export interface UserLink {
  readonly userId: string;
  readonly kind: UserLinkKind;
  /** SHA-256 of the token, in hexadecimal: the token itself is shown once and kept nowhere. */
  readonly tokenHash: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}
