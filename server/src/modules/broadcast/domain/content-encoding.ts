/** What Konfirmasi approves besides the recipients. */
export interface EncodedContent {
  readonly text: string;
  readonly deviceId: string;
  /** The file as the recipient gets it: its content by SHA-256, what it is shown as, and its name. */
  readonly attachment: {
    readonly sha256: string;
    readonly kind: string;
    readonly mimeType: string;
    readonly fileName: string;
  } | null;
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

/** With a file. Without one the first version stays, and with it what was confirmed before there were files. */
const VERSION_WITH_FILE = 'prima-content-2';

/**
 * One line for what all recipients share, to be followed by {@link encodeRecipient} for each of them in
 * the order of the list. Every line is a JSON array: JSON escapes quotes and line ends, so two
 * contents that differ anywhere differ in their lines, wherever a text begins or ends.
 */
export function encodeContent({ text, deviceId, attachment }: EncodedContent): string {
  if (!attachment) return line([VERSION, deviceId, text]);
  const { sha256, kind, mimeType, fileName } = attachment;
  return line([VERSION_WITH_FILE, deviceId, text, sha256, kind, mimeType, fileName]);
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
