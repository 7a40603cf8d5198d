import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'My account',
  subtitle: '{{ name }} ({{ username }}) · {{ roles }}',
  password: {
    title: 'Change the password',
    current: 'Current password',
    next: 'New password',
    hint: 'At least 12 characters. A few random words are easy to keep and hard to guess.',
    repeat: 'Repeat the new password',
    mismatch: 'Not yet the same as the password above.',
    effect: 'Your sessions on other devices will end.',
    submit: 'Change the password',
    done: 'The password was changed. Sessions on other devices have ended.',
  },
  sessions: {
    title: 'Your sessions',
    text: 'This is where you are logged in. End what you do not know, then change your password.',
  },
};
