import { defineTexts } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** Texts of WA Broadcast. */
export const waBroadcastTexts = defineTexts<typeof id>('waBroadcast', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
