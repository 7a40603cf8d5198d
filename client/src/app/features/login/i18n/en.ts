import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Log in',
  username: 'Username',
  password: 'Password',
  submit: 'Log in',
  submitting: 'Checking…',
  setupNeeded:
    'There is no user yet. Open the set-up link that the server printed when it started.',
};
