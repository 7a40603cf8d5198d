/** Numbers of so many digits may be somebody's; ids and codes of WhatsApp are long and have digits. */
const NUMBER = /\d{6,}/g;
const CODE = /(?=[A-Za-z+=_@]*\d)[A-Za-z0-9+=_@]{18,}/g;

/** Longest text of the library's that is logged, in characters. */
const LENGTH = 1_000;

/** What the library or a page said, without what may be a person's number, an id or a QR. */
export const redacted = (words: string): string =>
  words.slice(0, LENGTH).replace(CODE, '…').replace(NUMBER, '…');
