/** Values of one recipient by variable name; `nomor` and `nama` are always among them. */
export type TemplateValues = Readonly<Record<string, string>>;

/** A variable as it stands in a text: `{nama}`. Letters, digits and `_`, at most 64. */
const VARIABLE = /\{([\p{L}\p{N}_]{1,64})\}/gu;

/**
 * Names of the variables in `text`, each once, in the order of their first use.
 * Case is ignored: `{Nama}` and `{nama}` are one variable.
 */
export function variablesOf(text: string): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(VARIABLE)) names.add((match[1] ?? '').toLowerCase());
  return [...names];
}

/** Whether `values` has something to say for `name`: an empty or blank value counts as missing. */
export function hasValue(values: TemplateValues, name: string): boolean {
  return Object.hasOwn(values, name) && (values[name] ?? '').trim() !== '';
}

/**
 * The message of one recipient: every variable replaced by its value, once. A value that looks like
 * a variable itself is not replaced again, so a patient named `{nomor}` stays that. A variable without
 * a value stays as it stands: Konfirmasi is refused before such a text could be sent.
 */
export function renderTemplate(text: string, values: TemplateValues): string {
  return text.replace(VARIABLE, (whole, name: string) => {
    const key = name.toLowerCase();
    return hasValue(values, key) ? (values[key] ?? whole) : whole;
  });
}
