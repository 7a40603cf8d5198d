import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A new secret of 256 bits for a frame to keep. */
export const newFrameToken = (): string => randomBytes(BYTES).toString('base64url');

/** What the server keeps of it: a plain hash will do, since nobody can guess 256 random bits. */
export const hashOfFrameToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
