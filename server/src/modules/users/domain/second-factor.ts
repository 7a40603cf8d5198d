/** What a person proves besides their password: codes of an application that knows a secret (TOTP, RFC 6238). */
export interface SecondFactor {
  readonly userId: string;
  /** The secret, sealed with a key of the installation. */
  readonly sealedSecret: string;
  /** The latest step, of 30 seconds since the epoch, whose code was accepted: no code counts twice. */
  readonly lastStep: number;
  /** When it was switched on, milliseconds since the epoch. */
  readonly since: number;
}

/** One-time codes that a person gets, to come in without the application. */
export const RECOVERY_CODES = 10;

/** Digits and letters that no one takes for another (Crockford's base32): 32 of them, 5 bits each. */
export const RECOVERY_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits: nobody guesses one, also not from its hash. */
export const RECOVERY_LENGTH = 16;

/** Letters of one group of a recovery code as it is shown. */
const GROUP = 4;

/** A code as it was typed: of the application, or a recovery code in the form that is hashed. */
export type TypedCode =
  | { readonly kind: 'application'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string };

/** Which kind of code `typed` is; null when it can be neither. Spaces, dashes and small letters do not matter. */
export function readCode(typed: string): TypedCode | null {
  const code = typed.replace(/[\s-]/gu, '').toUpperCase();
  if (/^\d{6}$/u.test(code)) return { kind: 'application', code };
  const meant = code.replace(/O/gu, '0').replace(/[IL]/gu, '1');
  const isRecovery =
    meant.length === RECOVERY_LENGTH && [...meant].every((one) => RECOVERY_ALPHABET.includes(one));
  return isRecovery ? { kind: 'recovery', code: meant } : null;
}

/** A recovery code as a person reads it: `ABCD-EFGH-…`. */
export const writtenRecoveryCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${String(GROUP)}}`, 'gu')) ?? []).join('-');
