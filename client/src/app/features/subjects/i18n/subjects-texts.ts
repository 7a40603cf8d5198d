import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Data pasien. */
export const subjectsTexts = defineTexts<typeof id>('subjects', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
