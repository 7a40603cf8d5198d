import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'My account',
  subtitle: '{name} ({username}) · {roles}',
  password: {
    title: 'Change the password',
    current: 'Current password',
    effect: 'Your sessions on other devices will end.',
    submit: 'Change the password',
    done: 'The password was changed. Sessions on other devices have ended.',
  },
  factor: {
    title: 'Two-step verification',
    text: 'Besides the password, a code of an app on your phone is needed. Whoever steals your password still cannot log in.',
    required: 'An administrator requires it for your role. Switch it on first, then you can go on.',
    notOffered: 'An administrator does not offer it. They can offer it in Settings.',
    isOn: 'on',
    since: 'On since {at}.',
    on: 'Switch on',
    onDone: 'Two-step verification is on.',
    off: 'Switch off',
    offTitle: 'Switch two-step verification off?',
    offText:
      'After this the password alone is enough to log in. To move to a new phone, switch it off, then on again with the new phone.',
    offDone: 'Two-step verification is off.',
    qr: 'QR code for the authenticator app',
    step: {
      app: 'Install an authenticator app on your phone, e.g. Google Authenticator, Microsoft Authenticator or Aegis.',
      scan: 'In that app, add an account and scan this code.',
      type: 'You cannot scan? Type this key into the app:',
      code: 'Type the 6 digits that the app shows.',
    },
  },
  recovery: {
    title: 'Recovery codes of {username}',
    text: 'When the phone is lost, each code can be used once in place of a code of the app.',
    once: 'Keep them now: they are not shown again. Do not keep them on the same phone.',
    download: 'Download',
    print: 'Print',
    done: 'I have kept them',
    file: 'recovery-codes',
    left: 'Recovery codes left: {n}.',
    few: 'Make new ones before they run out.',
    renew: 'Make new recovery codes',
    renewText: 'The recovery codes of before are then no longer valid.',
  },
  sessions: {
    title: 'Your sessions',
    text: 'This is where you are logged in. End what you do not know, then change your password.',
  },
};
