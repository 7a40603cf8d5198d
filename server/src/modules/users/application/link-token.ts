import { createHash, randomBytes } from 'node:crypto';
import type { UserLinkKind } from '#contracts/user.contract.js';
import { LINK_LIFETIMES } from '../domain/user-link.js';
import type { UserLink } from '../domain/user-link.js';

const TOKEN_BYTES = 32;

/** A new link, and the token that it answers to. */
export function newLink(
  userId: string,
  kind: UserLinkKind,
  now: number,
): { readonly link: UserLink; readonly token: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = now + LINK_LIFETIMES[kind];
  return { token, link: { userId, kind, tokenHash: hashOfLink(token), expiresAt } };
}

/** What is kept of a token. A plain hash will do: nobody guesses 256 random bits. */
export const hashOfLink = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
