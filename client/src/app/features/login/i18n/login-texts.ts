import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of the page Login. */
export const loginTexts = defineTexts<typeof id>('login', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
