/** Fills `{x}` of a sentence with parameters. One without a value stays as it stands. */
export function fillSentence(
  sentence: string,
  params: Readonly<Record<string, string | number | null>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
