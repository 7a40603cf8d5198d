import { formatPhone } from '../../../platform/kernel/phone.js';

/** Why a number is on the list: its owner asked for it, or an administrator added it. */
export type ListingReason = 'opted-out' | 'added';

/** A number that gets no more messages. The number itself is not kept. */
export interface ListedNumber {
  readonly id: string;
  /** Keyed hash of the number, see `NumberFingerprints`. */
  readonly fingerprint: string;
  /** What people recognise it by, see {@link hintOf}. */
  readonly hint: string;
  readonly reason: ListingReason;
  /** When its owner wrote, or when it was added: milliseconds since the epoch. */
  readonly at: number;
  /** Who added it; null when its owner opted out. */
  readonly addedBy: string | null;
  /** The device that was written to; null when it was added. */
  readonly device: { readonly id: string; readonly name: string } | null;
  /** Id of the message that asked for it, without any number; null when it was added. */
  readonly messageId: string | null;
  readonly note: string | null;
}

/** Last digits that a hint shows: enough for a person who knows the number to recognise it. */
const SHOWN_DIGITS = 4;

/** Most characters of a message id that are kept. WhatsApp's own have 18 to 32. */
const MAX_MESSAGE_ID = 64;

/** Country and last digits of a number (E.164): `+62 ••• 7890`. */
export function hintOf(phone: string): string {
  const [country = ''] = formatPhone(phone).split(' ');
  const shown = country.length < phone.length ? country : '+';
  return `${shown} ••• ${phone.slice(-SHOWN_DIGITS)}`;
}

/**
 * A message id without the addresses that some engines write into it (`false_62812…@c.us_3EB0…`):
 * nothing that is kept for good may hold the number.
 */
export function withoutAddresses(messageId: string): string {
  const parts = messageId.split('_').filter((part) => !part.includes('@'));
  return parts.join('_').slice(0, MAX_MESSAGE_ID);
}
