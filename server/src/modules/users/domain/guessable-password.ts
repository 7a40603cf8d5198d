import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.js';

/** Neighbours on a keyboard, along its rows and columns. Digits never count, so they are left out. */
const KEYBOARD_RUNS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujm', 'qweasdzxc'];

/** A stretch of a run counts from so many letters on: shorter ones are in ordinary words. */
const SHORTEST_RUN = 3;

/** A password of fewer different characters is a repetition. */
const FEWEST_DIFFERENT_CHARACTERS = 5;

/** Letters that must be left over once everything foreseeable is taken away. */
const FEWEST_OWN_LETTERS = 5;

/**
 * Whether somebody who knows this product, this hospital and the usual lists would try `password` early
 * (OWASP ASVS 5.0, 6.2.4 and 6.2.11): a common password, a repetition, or nothing but common words,
 * keyboard runs and digits around the person's own name.
 *
 * @param own words that belong to the person, such as the username.
 */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (COMMON_PASSWORDS.has(lower)) return true;
  if (new Set(lower).size < FEWEST_DIFFERENT_CHARACTERS) return true;
  if (isRepetition(lower)) return true;
  const words = [...own.flatMap(partsOf), ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  let rest = lower.replace(/[^\p{L}]/gu, '');
  for (const word of words) rest = rest.replaceAll(word, '');
  rest = withoutRuns(rest);
  return rest.length < FEWEST_OWN_LETTERS;
}

/** Whether the text is one short piece again and again: `abcdabcdabcd`. */
function isRepetition(text: string): boolean {
  return /^(.{1,6})\1+$/su.test(text);
}

/** Letters of a name, and each of its parts: `siti.rahma` → sitirahma, siti, rahma. */
function partsOf(name: string): string[] {
  const parts = name.toLowerCase().split(/[^\p{L}]+/u);
  return [parts.join(''), ...parts].filter((part) => part.length >= 3);
}

function withoutRuns(text: string): string {
  let rest = text;
  for (const run of KEYBOARD_RUNS.flatMap((run) => [run, [...run].reverse().join('')])) {
    for (let length = run.length; length >= SHORTEST_RUN; length--) {
      for (let start = 0; start + length <= run.length; start++) {
        rest = rest.replaceAll(run.slice(start, start + length), '');
      }
    }
  }
  return rest;
}
