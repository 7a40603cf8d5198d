const VALUE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * A sentence of a dictionary with values in place of `{{ name }}`; one without a value stays as it stands.
 * What is put in is not read again: somebody may have called a message `{{ name }}`.
 */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return sentence.replace(VALUE, (whole, name: string) => String(values[name] ?? whole));
}
