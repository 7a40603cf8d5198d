import type { RecipientView } from '#contracts/recipient.contract.js';
import { recipientValues } from '#message/recipient-values.js';
import type { TemplateValues } from '#message/template.js';

/** A recipient as the preview needs it. */
export interface Sample {
  readonly phone: string;
  readonly name: string | null;
  readonly values: TemplateValues;
}

/** Variables that every recipient has a place for, whatever the list. */
export const STANDING_VARIABLES = ['nama', 'nomor'] as const;

/** Shown while there is no recipient yet. The number is fictional. */
export const EXAMPLE_SAMPLE: Sample = sampleOf({
  phone: '+6281200000001',
  name: 'Ibu Sari',
  variables: {},
});

/** A recipient with everything that a text may name. */
export function sampleOf(recipient: Pick<RecipientView, 'phone' | 'name' | 'variables'>): Sample {
  const { phone, name } = recipient;
  return { phone, name, values: recipientValues(recipient) };
}
