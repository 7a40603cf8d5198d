/** A text with what is selected in it. */
export interface Selection {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** `selection` with `piece` in place of what was selected, and the caret behind it. */
export function insertAt({ text, from, to }: Selection, piece: string): Selection {
  const caret = from + piece.length;
  return { text: text.slice(0, from) + piece + text.slice(to), from: caret, to: caret };
}

/**
 * `selection` between two marks such as `*`, or without them if it stands between them already. Blanks at
 * its ends stay outside: WhatsApp shows `* tebal *` as it is typed.
 */
export function toggleMark({ text, from, to }: Selection, mark: string): Selection {
  const selected = text.slice(from, to);
  const start = from + (selected.length - selected.trimStart().length);
  const end = Math.max(start, to - (selected.length - selected.trimEnd().length));
  const inner = text.slice(start, end);
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    return {
      text: before.slice(0, -mark.length) + inner + after.slice(mark.length),
      from: start - mark.length,
      to: end - mark.length,
    };
  }
  return {
    text: before + mark + inner + mark + after,
    from: start + mark.length,
    to: end + mark.length,
  };
}

/** `text` with the variable `from` called `to` wherever it stands, in whatever case. */
export function renameVariable(text: string, from: string, to: string): string {
  return text.replace(/\{([^{}]*)\}/gu, (whole, name: string) =>
    name.toLowerCase() === from ? `{${to}}` : whole,
  );
}
