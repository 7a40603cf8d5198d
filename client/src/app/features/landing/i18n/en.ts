import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Whatsapp Broadcast',
  devices: {
    title: 'WA Connected',
    text: 'Connects the WhatsApp of a phone with the Prima service.',
    none: 'No number yet.',
    ready: '{ready} of {all} numbers ready',
  },
  broadcasts: {
    title: 'WA Broadcast',
    text: 'Enter recipients, confirm them, and send WhatsApp messages to many people.',
    none: 'No message yet.',
    sending: '{n} being sent',
    paused: '{n} paused',
    confirmed: '{n} confirmed',
    drafts: '{n} in draft',
    allDone: 'All messages are finished.',
  },
  noneReady: { text: 'No number is ready to send.', link: 'Add device' },
  tour: {
    title: 'Here for the first time?',
    text: 'See the whole walk without sending anything: we make a practice device, a message and 50 fictional recipients (some of them wrong on purpose). You stop right before confirming.',
    start: 'Try it with a practice device',
    starting: 'Preparing…',
  },
};
