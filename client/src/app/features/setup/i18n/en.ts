import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Set-up',
  subtitle: 'Create the first administrator.',
  displayName: 'Name',
  displayNameHint: 'As colleagues will see it, e.g. Sari Dewi',
  username: 'Username',
  usernameHint: '3–32 letters, digits, dots, underscores or hyphens',
  submit: 'Save',
  submitting: 'Saving…',
  privacy: {
    title: 'What this module can see on a linked phone',
    reach:
      'A device linked to a WhatsApp number is technically able to read every chat on that phone.',
    keeps:
      'This module only sends your messages and notes what became of them (sent, delivered, read). Other chats are neither stored nor shown.',
    advice: 'Use a number meant for sending, not a personal one.',
  },
  done: {
    text: 'Set-up is done already. Please log in.',
    login: 'To the login page',
  },
  noToken:
    'This page opens with the set-up link that the server printed when it started. Copy that link as a whole.',
};
