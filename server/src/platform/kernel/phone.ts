import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Why a text is not a phone number that a message can go to. Codes are stable: they are stored in
 * import reports and translated on the screen.
 *
 * - `empty`: nothing but blanks
 * - `not-a-phone`: letters or signs that no phone number has
 * - `several-numbers`: two or more numbers in one field ("0812… / 0813…")
 * - `digits-lost`: a spreadsheet shortened the number to scientific notation (6,28E+12)
 * - `too-short`, `too-long`: impossible number of digits for its country
 * - `country-unclear`: begins with none of 0, 8, 62, 00 or +, so the country would be a guess
 * - `invalid-number`: right length, but no operator has such a number
 */
export const PHONE_REJECT_REASONS = [
  'empty',
  'not-a-phone',
  'several-numbers',
  'digits-lost',
  'too-short',
  'too-long',
  'country-unclear',
  'invalid-number',
] as const;

/** One of {@link PHONE_REJECT_REASONS}. */
export type PhoneRejectReason = (typeof PHONE_REJECT_REASONS)[number];

/** What {@link parsePhone} makes of a text: the number in E.164 (`+6281200000001`), or why not. */
export type ParsedPhone = { ok: true; e164: string } | { ok: false; reason: PhoneRejectReason };

/**
 * Indonesian mobile numbers exactly as libphonenumber's metadata has them (`8[1-35-9]` and 7 to 10
 * digits more), in the commonest clean spellings. Skips the library (about 8 µs a call) for nearly
 * every row of a patient list; phone.spec.ts proves it equal to the library's reading of `+62…`.
 */
const CLEAN_INDONESIAN_MOBILE = /^(?:\+62|62|0)?(8[1-35-9]\d{7,10})$/;

/** E.164 allows 15 digits; the longest national numbers in the metadata have 17. */
const MAX_DIGITS = 17;
/** Fewer digits are no subscriber's number anywhere (the shortest valid mobile numbers have 7 with their country code). */
const MIN_DIGITS = 7;
/** A text longer than this holds no phone number; keeps every expression below cheap on huge cells. */
const MAX_TEXT = 64;

/**
 * Reads a phone number as people and spreadsheets write it: spaces, dashes, dots, brackets, 08…, 8…,
 * 62…, +62…, 0062…, foreign numbers with + or 00, a leading apostrophe, invisible characters,
 * full-width digits, `6.281200000001E+12` (when no digit is lost) and `81200000001.0`.
 *
 * Fixed lines are accepted: WhatsApp Business runs on them, and only WhatsApp knows which. For the
 * same reason the library's `max` metadata is used: `min` knows lengths only, so it takes any ten
 * digits for a number, and `mobile` refuses fixed lines.
 *
 * @param defaultCountry country of a number written without its country code
 */
export function parsePhone(input: string, defaultCountry: CountryCode = 'ID'): ParsedPhone {
  const clean = readClean(input, defaultCountry);
  if (clean !== null) return clean;
  const text = input.length > MAX_TEXT ? input.trim() : input;
  if (text.length > MAX_TEXT) return rejected('not-a-phone');
  return readTidied(tidy(text), defaultCountry);
}

/**
 * A number as Indonesians write it, with its country: `+62 812-3456-7890`; foreign numbers in their
 * own international grouping. Returns the text unchanged when it is not E.164.
 */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  const national = number.country === 'ID' ? number.formatNational() : '';
  return /^0\d+-/.test(national) ? `+62 ${national.slice(1)}` : number.formatInternational();
}

/** Reads what needs no library, see {@link CLEAN_INDONESIAN_MOBILE}; null for everything else. */
function readClean(text: string, defaultCountry: CountryCode): ParsedPhone | null {
  const clean = defaultCountry === 'ID' ? CLEAN_INDONESIAN_MOBILE.exec(text) : null;
  return clean && { ok: true, e164: `+62${clean[1] ?? ''}` };
}

/** Undoes what keyboards, web pages and spreadsheets add around digits. */
function tidy(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : withoutOddities(text);
  return plain
    .trim()
    .replace(/^['`]+/, '') // the apostrophe that tells a spreadsheet "this is text"
    .trim();
}

function withoutOddities(text: string): string {
  return text
    .normalize('NFKC') // full-width digits and plus, no-break spaces
    .replace(/\p{Cf}/gu, '') // zero-width characters, direction marks, byte order mark
    .replace(/[\u2010-\u2015\u2212]/g, '-') // hyphens and dashes of word processors
    .replace(/[\u2018\u2019]/g, "'");
}

function readTidied(text: string, defaultCountry: CountryCode): ParsedPhone {
  if (text === '') return rejected('empty');
  const scientific = /^(\+?)(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (scientific) return readScientific(scientific, defaultCountry);
  // Floating-point columns of other programs; a leading zero or plus cannot come from a float.
  const float = /^([1-9]\d{7,})[.,]0{1,2}$/.exec(text);
  if (float) return readDigits(float[1] as string, defaultCountry);
  if (holdsSeveral(text)) return rejected('several-numbers');
  const digits = text.replace(/^tel:/i, '').replace(/[\s().[\]-]/g, '');
  return /^\+?\d+$/.test(digits) ? readDigits(digits, defaultCountry) : rejected('not-a-phone');
}

/** Accepts scientific notation only when its mantissa carries every digit of the whole number. */
function readScientific(match: RegExpExecArray, defaultCountry: CountryCode): ParsedPhone {
  const [, plus = '', first = '', fraction = '', exponent = ''] = match;
  const places = Number(exponent);
  if (fraction.length < places || /[1-9]/.test(fraction.slice(places)))
    return rejected('digits-lost');
  return readDigits(plus + first + fraction.slice(0, places), defaultCountry);
}

/** Whether the text is two or more numbers; which of them to write to is not ours to choose. */
function holdsSeveral(text: string): boolean {
  const pieces = text.split(/[/,;|&\n]|\s(?:atau|dan|or|and)\s/i);
  return pieces.length > 1 && pieces.filter((piece) => countDigits(piece) >= MIN_DIGITS).length > 1;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** @param digits digits with an optional leading plus, nothing else */
function readDigits(digits: string, defaultCountry: CountryCode): ParsedPhone {
  const clean = readClean(digits, defaultCountry);
  if (clean !== null) return clean;
  const count = countDigits(digits);
  if (count < MIN_DIGITS) return rejected('too-short');
  const complete = withPrefix(digits, defaultCountry);
  if (complete === null) return rejected(count > MAX_DIGITS ? 'too-long' : 'country-unclear');
  const number = parsePhoneNumberFromString(complete, { defaultCountry, extract: false });
  if (number?.isValid()) return { ok: true, e164: number.number };
  if (!number) return rejected(count > MAX_DIGITS ? 'too-long' : 'invalid-number');
  return rejected(lengthFault(number.nationalNumber, number.country) ?? 'invalid-number');
}

/**
 * Settles what the digits begin with, where the library would guess: it reads 62890000000 as a fixed
 * line in Kabanjahe (0628) and 61412345678 (Australia) as one in Medan (061), and the message of a
 * patient would go to a stranger. Null when no country can be told.
 */
function withPrefix(digits: string, defaultCountry: CountryCode): string | null {
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (defaultCountry !== 'ID' || digits.startsWith('0')) return digits;
  if (digits.startsWith('62')) return `+${digits}`;
  return digits.startsWith('8') ? `0${digits}` : null;
}

/**
 * Whether the length is the fault. libphonenumber allows Indonesia 7 to 17 digits because of special
 * numbers, so a mobile number one digit short counts as "possible"; a clerk needs to hear "too short".
 */
function lengthFault(national: string, country?: CountryCode): 'too-short' | 'too-long' | null {
  const mobile = country === 'ID' && /^8[1-35-9]/.test(national);
  const [shortest, longest] = mobile ? [9, 12] : [MIN_DIGITS, MAX_DIGITS];
  if (national.length < shortest) return 'too-short';
  return national.length > longest ? 'too-long' : null;
}

function rejected(reason: PhoneRejectReason): ParsedPhone {
  return { ok: false, reason };
}
