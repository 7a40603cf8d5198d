import { DomainError } from '../../../platform/kernel/domain-error.js';
import { parsePhone } from '../../../platform/kernel/phone.js';

/**
 * A typed number in E.164. Refuses PHONE.NOT_A_NUMBER: to say of half a number that it is not on the
 * list would be wrong.
 *
 * @param pointer the field that it was typed into
 */
export function readNumber(typed: string, pointer: '/phone' | '/search'): string {
  const phone = parsePhone(typed);
  if (phone.ok) return phone.e164;
  throw new DomainError('PHONE.NOT_A_NUMBER', {}, [{ pointer, code: 'PHONE.NOT_A_NUMBER' }]);
}
