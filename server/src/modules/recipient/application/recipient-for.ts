import type { RecipientView } from '#contracts/recipient.contract.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { maskNumbers, maskPhone } from '../../../platform/kernel/phone-mask.js';

type Reader = Pick<Actor, 'permissions'>;

/** Whether this person may read numbers of patients in full. */
export const maySeeNumbers = ({ permissions }: Reader): boolean =>
  permissions.has('recipients:numbers');

/** The recipient as this person may see it: numbers, also those in its name and values, may be masked. */
export function recipientFor(reader: Reader, recipient: RecipientView): RecipientView {
  if (maySeeNumbers(reader)) return recipient;
  return {
    ...recipient,
    phone: maskPhone(recipient.phone),
    name: recipient.name === null ? null : maskNumbers(recipient.name),
    variables: Object.fromEntries(
      Object.entries(recipient.variables).map(([name, value]) => [name, maskNumbers(value)]),
    ),
  };
}
