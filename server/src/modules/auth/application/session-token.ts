import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new secret of 256 bits for a browser to keep (OWASP ASVS 5.0, 7.2.3 asks for 128). */
export const newSessionToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/**
 * What the server keeps of a token: enough to recognise it, useless to whoever reads the database. A plain
 * hash will do, since nobody can guess 256 random bits.
 */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
