import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of Pengguna. */
export const usersTexts = defineTexts<typeof id>('users', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
