/** Digits that stay at either end: enough to recognise a number one knows, too few to call it. */
const [HEAD, TAIL] = [5, 3];

/** `+6281234567890` → `+62812****890`: the same length of stars for every number. */
export const maskPhone = (e164: string): string =>
  `${e164.slice(0, HEAD + 1)}****${e164.slice(-TAIL)}`;

/** Seven digits or more, however they are grouped: a phone number, or one of a person's documents. */
const LONG_NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;

/** A text with everything in it masked that may be a number of a person. */
export const maskNumbers = (text: string): string =>
  text.replace(LONG_NUMBER, (number) => `****${number.replace(/\D/g, '').slice(-TAIL)}`);
