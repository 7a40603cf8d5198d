/** What Konfirmasi approves besides the recipients. */
export interface EncodedContent {
  readonly text: string;
  readonly deviceId: string;
}

/** A recipient as far as it is approved: who, and with which values. */
export interface EncodedRecipient {
  readonly id: number;
  readonly phone: string;
  readonly name: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** Changes when the encoding does, so that an old hash can never fit a new one by chance. */
const VERSION = 'prima-content-1';

/**
 * One line for what all recipients share, to be followed by {@link encodeRecipient} for each of them in
 * the order of the list. Every line is a JSON array: JSON escapes quotes and line ends, so two
 * contents that differ anywhere differ in their lines, wherever a text begins or ends.
 */
export function encodeContent({ text, deviceId }: EncodedContent): string {
  return line([VERSION, deviceId, text]);
}

/** One line for one recipient. The order in which its variables were stored does not matter. */
export function encodeRecipient({ id, phone, name, variables }: EncodedRecipient): string {
  const values = Object.keys(variables)
    .sort()
    .map((variable) => [variable, variables[variable]]);
  return line([id, phone, name, values]);
}

function line(values: readonly unknown[]): string {
  return `${JSON.stringify(values)}\n`;
}
