import type { SecondFactorPolicy } from '#contracts/settings.contract.js';
import type { Role } from '#contracts/user.contract.js';

/** Who decides what is sent to whom, and who may do what. */
const DECIDING: readonly Role[] = ['administrator', 'confirmer'];

/** Whether people of these roles may have to log in with a second factor. */
export const mayOweSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => DECIDING.includes(role));

/** Whether a person must switch a second factor on before they may do anything else. */
export const owesSecondFactor = (
  person: { readonly roles: readonly Role[]; readonly hasSecondFactor: boolean },
  { mode }: SecondFactorPolicy,
): boolean => mode === 'required' && !person.hasSecondFactor && mayOweSecondFactor(person.roles);
