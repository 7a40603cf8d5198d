import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Jangan kirim. */
export const doNotContactTexts = defineTexts<typeof id>('doNotContact', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
