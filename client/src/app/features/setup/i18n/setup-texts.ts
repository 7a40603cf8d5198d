import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of the page Penyiapan. */
export const setupTexts = defineTexts<typeof id>('setup', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
