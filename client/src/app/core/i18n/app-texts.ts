import { defineTexts } from './texts.js';
import type { id } from './id.js';

/** Texts of the frame, of shared parts and of the pages before and around the features. */
export const appTexts = defineTexts<typeof id>('app', {
  id: async () => (await import('./id.js')).id,
  en: async () => (await import('./en.js')).en,
});
