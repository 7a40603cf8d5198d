import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of the Indonesian dictionary. */
export const en: TranslationOf<typeof id> = {
  title: 'Settings',
  subtitle: 'Rules for everybody. Nothing is demanded of anybody until it is switched on here.',
  on: 'On',
  off: 'Off',
  protects: 'Protects from',
  costs: 'What it costs',
  saved: 'The settings were saved. They count for everybody at once.',
  reload: 'Reload',
  changed: 'Last changed by {by} at {at}.',
  unchanged: 'Never changed yet.',
  fourEyes: {
    title: 'Four eyes: somebody else confirms',
    protects:
      'Mistakes that their own writer does not see, and one account that is misused or stolen: nobody can write and send alone.',
    costs:
      'Each message that it is about waits for a second person. Who made a message, or last changed its content, recipients, device or attachment, cannot confirm it; nor can an administrator who did.',
    limit:
      'An administrator can switch it off again here. Each change is written into the audit with their name.',
    mode: 'Counts for',
    modeOff: 'Off: whoever may confirm can confirm their own message',
    modeAbove: 'Messages to many recipients',
    modeAlways: 'All messages',
    above: 'More than how many recipients',
    aboveHint: 'A whole number from 1 to 1,000,000.',
    tooFew:
      'Only {n} of the Users may confirm. Without a second person, messages that this is about cannot be sent.',
    invite: 'Invite a confirmer in Users',
  },
  secondFactor: {
    title: 'Two-step verification',
    protects:
      'A password that was stolen, guessed or used elsewhere too: without a code from the person’s phone it opens nothing.',
    costs:
      'One 6-digit code from the phone at each login. Who loses both phone and recovery codes waits for an administrator to remove their second step in Users.',
    mode: 'Counts for',
    modeOff: 'Not offered; whoever has it keeps it',
    modeOptional: 'Whoever wants it, in My account',
    modeRequired: 'Required of administrators and confirmers; others may',
    without: 'Must switch it on before they can work again: {names}.',
  },
  embedding: {
    title: 'Embedding in a dashboard',
    protects:
      'Trapped clicks: without it no other page can show this module. It is switched on for one dashboard at a time, with its origins and keys.',
    costs: 'IT puts a snippet of code into the dashboard and guards its key.',
    open: 'Open Embedding',
  },
};
