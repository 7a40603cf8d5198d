import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Audit. */
export const auditTexts = defineTexts<typeof id>('audit', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
