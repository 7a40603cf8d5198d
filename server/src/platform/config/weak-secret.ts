const FEWEST_BYTES = 32;

/** Random text of 32 bytes has at least 12 different characters, also in hexadecimal. */
const FEWEST_DIFFERENT = 12;

/** What stands in examples, here and elsewhere: known to everybody. */
const EXAMPLES = ['example', 'contoh', 'changeme', 'change-me', 'secret', 'rahasia', 'password'];

/** Whether a secret is too short, too regular, or one that is printed somewhere. */
export function isWeakSecret(text: string): boolean {
  if (Buffer.byteLength(text) < FEWEST_BYTES) return true;
  if (new Set(text).size < FEWEST_DIFFERENT) return true;
  const lower = text.toLowerCase();
  return isRun(lower) || EXAMPLES.some((word) => lower.includes(word));
}

/** Characters that follow each other: `abcdefgh…`, `0123456789…`. */
function isRun(text: string): boolean {
  let following = 0;
  for (let at = 1; at < text.length; at++) {
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) following++;
  }
  return following > text.length / 2;
}
