import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Patient data',
  subtitle: 'See, download or erase everything about one number.',
  help: {
    access:
      'When somebody asks for their data (UU PDP), type their number, press Find person, and download the result. The limit is 3 × 24 hours.',
    erase:
      'Erase data empties number, name and values in every message. The counts of sent and failed stay the same. Messages on the sending phone and in WhatsApp are not erased.',
    optOut:
      'A number on Do not contact stays there and gets nothing: what is kept there is not the number.',
  },
  search: {
    label: 'WhatsApp number',
    hint: 'Type the whole number, e.g. 0812-3456-7890.',
    submit: 'Find person',
  },
  nothing: 'There is no data about {phone}.',
  found: {
    one: 'is in {n} message.',
    other: 'is in {n} messages.',
  },
  reports: '{n} rows of import reports name this number, too.',
  caption: 'Messages that hold this number, newest first',
  column: { message: 'Message', device: 'Device', name: 'Name', state: 'Status', since: 'Time' },
  untitled: '(no title)',
  blocks: 'Still waiting or being sent: add it to Do not contact, or cancel the message first.',
  xlsx: 'Download (.xlsx)',
  json: 'Download (.json)',
  erase: {
    button: 'Erase data',
    title: 'Erase everything about {phone}?',
    text: 'Number, name and values are erased from {n} messages and from import reports. This cannot be undone.',
    draft: 'Messages that were not sent yet lose the recipient, and need to be confirmed again.',
    yes: 'Erase data',
    done: 'The data of this number was erased.',
  },
};
