import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Do not contact',
  subtitle: 'Numbers that get no messages from Prima.',
  help: {
    how: 'Recipients who answer BERHENTI or STOP get onto this list by themselves. You can add numbers, too.',
    effect: 'A number on this list is skipped in every message, from any device.',
    privacy:
      'The whole number is not stored, so only some of its digits are shown. To check one number, type all of it and press Search.',
  },
  add: 'Add number',
  search: {
    label: 'Check one number',
    hint: 'Type the whole number, e.g. 0812-3456-7890.',
    submit: 'Search',
    clear: 'Show all',
    found: 'This number is on the list.',
    notFound: 'This number is not on the list, so it still gets messages.',
  },
  column: {
    phone: 'Number',
    reason: 'Reason',
    since: 'Since',
    by: 'By',
    note: 'Note',
    actions: 'Actions',
  },
  caption: 'Numbers that get no messages, the newest on top',
  reason: { 'opted-out': 'asked to stop', added: 'added' },
  byPerson: 'the recipient, to {device}',
  byPersonOnly: 'the recipient',
  empty: 'No number yet. Recipients who answer BERHENTI or STOP appear here.',
  remove: {
    button: 'Remove',
    of: 'Remove {phone} from the list',
    title: 'Remove {phone} from the list?',
    text: 'This number will get messages again when it is among the recipients.',
    optedOut: 'Its owner asked to stop. Remove it only if they agree to get messages again.',
    yes: 'Remove',
    done: 'The number was removed from the list.',
  },
  dialog: {
    title: 'Add number',
    phone: 'WA number',
    phoneHint: 'Example: 0812-3456-7890.',
    note: 'Note (may be empty)',
    noteHint: 'For your colleagues. Do not write a name of a patient.',
    done: 'The number was added. Messages skip it from now on.',
  },
};
