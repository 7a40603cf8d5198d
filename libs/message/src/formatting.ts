/** A run of text with the marks that WhatsApp shows: *bold*, _italic_, ~strike~, ```mono```. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly mono: boolean;
}

type Mark = Exclude<keyof TextRun, 'text'>;

/** Marks of WhatsApp (faq.whatsapp.com, "How to format your messages"), longest first. */
const MARKS: readonly (readonly [string, Mark])[] = [
  ['```', 'mono'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
];

/**
 * Splits `line` into runs as a phone shows them. A mark counts only where it opens at the edge of a
 * word and closes on the same line; any other is plain text. Lines are formatted one by one.
 */
export function formatRuns(line: string): TextRun[] {
  const runs: TextRun[] = [];
  appendRuns(line, { bold: false, italic: false, strike: false, mono: false }, runs);
  return runs;
}

function appendRuns(text: string, marks: Omit<TextRun, 'text'>, runs: TextRun[]): void {
  let plainFrom = 0;
  for (let at = 0; at < text.length; at++) {
    const found = openingMark(text, at, marks);
    if (!found) continue;
    if (at > plainFrom) runs.push({ ...marks, text: text.slice(plainFrom, at) });
    const inner = text.slice(at + found.sign.length, found.closesAt);
    const next = { ...marks, [found.mark]: true };
    if (found.mark === 'mono') runs.push({ ...next, text: inner });
    else appendRuns(inner, next, runs);
    at = found.closesAt + found.sign.length - 1;
    plainFrom = at + 1;
  }
  if (plainFrom < text.length) runs.push({ ...marks, text: text.slice(plainFrom) });
}

function openingMark(text: string, at: number, marks: Omit<TextRun, 'text'>) {
  for (const [sign, mark] of MARKS) {
    if (marks[mark] || !text.startsWith(sign, at) || isWord(text[at - 1])) continue;
    const first = text[at + sign.length];
    if (first === undefined || /\s/u.test(first)) continue;
    const closesAt = closingMark(text, at + sign.length, sign);
    if (closesAt > at + sign.length) return { sign, mark, closesAt };
  }
  return null;
}

function closingMark(text: string, from: number, sign: string): number {
  for (let at = text.indexOf(sign, from + 1); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (!/\s/u.test(text[at - 1] ?? ' ') && !isWord(text[at + sign.length])) return at;
  }
  return -1;
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
