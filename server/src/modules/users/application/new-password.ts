import { DomainError } from '../../../platform/kernel/domain-error.js';
import { isGuessable } from '../domain/guessable-password.js';

/**
 * Lets a chosen password pass. Its length is checked by the contract.
 * @param own words that belong to the person, such as the username.
 * @throws DomainError USER.PASSWORD_TOO_COMMON, on the field `/password`.
 */
export function assertNotGuessable(password: string, own: readonly string[]): void {
  if (!isGuessable(password, own)) return;
  const code = 'USER.PASSWORD_TOO_COMMON';
  throw new DomainError(code, {}, [{ pointer: '/password', code }]);
}
