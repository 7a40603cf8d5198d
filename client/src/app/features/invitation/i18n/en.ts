import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: { invitation: 'Welcome', 'password-reset': 'New password' },
  subtitle: 'Your username: {username}',
  displayName: 'Name',
  displayNameHint: 'As colleagues will see it, e.g. Sari Dewi',
  submit: 'Save and log in',
  invalid: 'This link was used already or is no longer valid. Ask an administrator for a new one.',
  login: 'To the login page',
};
