import type { TemplateValues } from './template.js';

/** What a message may say of a recipient. */
export interface DescribedRecipient {
  /** E.164. */
  readonly phone: string;
  readonly name: string | null;
  readonly variables: TemplateValues;
}

/** The values of one recipient, for `renderTemplate`: preview and sending must take them from here alike. */
export function recipientValues({ phone, name, variables }: DescribedRecipient): TemplateValues {
  return { ...variables, nomor: phone, nama: name ?? '' };
}
