/**
 * A number of 9 to 15 digits, as E.164 writes it, that is no part of an id in hexadecimal. Moments in
 * milliseconds look the same and are masked as well, which harms nobody.
 */
const NUMBER = /(?<![\da-f-])\+?\d{9,15}(?![\da-f-])/giu;

/** An Indonesian mobile number as people write it, with blanks, dots and dashes. */
const SPACED = /(?<![\da-f])(?:\+62|62|0)[ .-]?8\d(?:[ .-]?\d){6,11}(?!\d)/giu;

/** What a driver quotes is a value of somebody's. */
const QUOTED = /'[^']*'|"[^"]*"/gu;

const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]+/gu;

/** Longest text of a field, in characters. */
const LENGTH = 2_000;

/** Enough of a number to recognise it by whoever knows it: `62812****890`. */
function maskedNumber(number: string): string {
  const digits = number.replace(/\D/gu, '');
  return `${digits.slice(0, 5)}****${digits.slice(-3)}`;
}

/**
 * `text` as it may stand in a log: numbers masked, no line ends or other control characters with which a
 * caller could forge lines, and not endless.
 */
export const masked = (text: string): string =>
  text
    .slice(0, LENGTH)
    .replace(CONTROL, ' ')
    .replace(SPACED, maskedNumber)
    .replace(NUMBER, maskedNumber);

/** What is logged of an error: drivers put the values of a statement into its message. */
export function maskedError(error: unknown): { readonly cause: string; readonly stack: string } {
  const {
    message,
    stack = '',
    code,
  } = (error instanceof Error ? error : new Error(String(error))) as Error & { code?: unknown };
  const isOfDriver = typeof code === 'string' && /^(?:ER_|SQLITE_)/u.test(code);
  // The first lines of a stack are the message again.
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return {
    cause: masked(isOfDriver ? message.replace(QUOTED, '…') : message),
    stack: frames.map((line) => masked(line.trim())).join('\n'),
  };
}
