import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Penyematan. */
export const embeddingTexts = defineTexts<typeof id>('embedding', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
