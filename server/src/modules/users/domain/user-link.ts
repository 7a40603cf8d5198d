import { createHash, randomBytes } from 'node:crypto';
import type { UserLinkKind } from '#contracts/user.contract.js';

const HOUR = 60 * 60_000;

/** How long a link holds, in milliseconds: an invitation waits for its person, a reset is asked for now. */
const LIFETIMES: Readonly<Record<UserLinkKind, number>> = {
  invitation: 72 * HOUR,
  'password-reset': HOUR,
};

const TOKEN_BYTES = 32;

/** A one-time link: whoever holds it chooses the password of its person. Each person has at most one. */
export interface UserLink {
  readonly userId: string;
  readonly kind: UserLinkKind;
  /** SHA-256 of the token, in hexadecimal: the token itself is shown once and kept nowhere. */
  readonly tokenHash: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A new link, and the token that it answers to. */
export function newLink(
  userId: string,
  kind: UserLinkKind,
  now: number,
): { readonly link: UserLink; readonly token: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = now + LIFETIMES[kind];
  return { token, link: { userId, kind, tokenHash: hashOfLink(token), expiresAt } };
}

/** What is kept of a token. A plain hash will do: nobody guesses 256 random bits. */
export const hashOfLink = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
