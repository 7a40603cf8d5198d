import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: { invitation: 'Welcome', 'password-reset': 'New password' },
  subtitle: 'Your username: {username}',
  displayName: 'Name',
  displayNameHint: 'As colleagues will see it, e.g. Sari Dewi',
  password: 'Password',
  passwordHint: 'At least 12 characters. A few random words are easy to keep and hard to guess.',
  repeat: 'Repeat the password',
  mismatch: 'Not yet the same as the password above.',
  submit: 'Save and log in',
  invalid: 'This link was used already or is no longer valid. Ask an administrator for a new one.',
  login: 'To the login page',
};
