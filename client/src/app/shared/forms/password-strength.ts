import { NewPassword } from '#contracts/user.contract.js';

/** How hard a password is to guess, as far as its length and variety can tell. */
export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

/** Characters from which on a phrase withstands guessing offline for years (NIST SP 800-63B, A.2). */
const STRONG_LENGTH = 16;
/** A password of fewer different characters is a pattern ("aaaa…", "1212…"). */
const LEAST_VARIETY = 5;
const STRONG_VARIETY = 8;

/** Length decides; a hint for the person, never a rule: the contract alone accepts or refuses. */
export function strengthOf(password: string): PasswordStrength {
  if (!NewPassword.safeParse(password).success) return 'short';
  const variety = new Set(password.toLowerCase()).size;
  if (variety < LEAST_VARIETY) return 'weak';
  return password.length >= STRONG_LENGTH && variety >= STRONG_VARIETY ? 'strong' : 'fair';
}
