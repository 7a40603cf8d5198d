import { createHash, randomBytes } from 'node:crypto';
import { RECOVERY_ALPHABET, RECOVERY_CODES, RECOVERY_LENGTH } from '../domain/second-factor.js';

/** New recovery codes. They are shown once; only their hashes are kept. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode);

/** What is kept of a recovery code. A plain hash will do: nobody guesses 80 random bits. */
export const hashOfRecoveryCode = (code: string): string =>
  createHash('sha256').update(code).digest('hex');

/** 256 is a multiple of 32: every letter is as likely as the others. */
const newCode = (): string =>
  [...randomBytes(RECOVERY_LENGTH)]
    .map((byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length] ?? '')
    .join('');
