import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of the one-time links. */
export const invitationTexts = defineTexts<typeof id>('invitation', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
