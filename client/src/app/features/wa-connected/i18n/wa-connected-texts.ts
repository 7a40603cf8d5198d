import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of WA Connected. */
export const waConnectedTexts = defineTexts<typeof id>('waConnected', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
