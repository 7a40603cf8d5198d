/**
 * Fills `{x}` of a sentence with values. One without a value stays as it stands, and what is put in is not
 * read again: somebody may have called a message `{x}`.
 */
export function fillSentence(
  sentence: string,
  values: Readonly<Record<string, string | number | null>> = {},
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
