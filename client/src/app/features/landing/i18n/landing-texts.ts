import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of the page that is opened first. */
export const landingTexts = defineTexts<typeof id>('landing', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
