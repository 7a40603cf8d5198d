import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Pengaturan. */
export const settingsTexts = defineTexts<typeof id>('settings', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
