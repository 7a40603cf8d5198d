import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Akun saya. */
export const accountTexts = defineTexts<typeof id>('account', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
