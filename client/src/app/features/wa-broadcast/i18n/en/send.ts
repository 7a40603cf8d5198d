import type { TranslationOf } from '../../../../core/i18n/texts.js';
import type * as id from '../id/send.js';

/** English of the one dialog before sending. */
export const send: TranslationOf<typeof id.send> = {
  title: 'Send message',
  device: 'Device',
  recipients: 'Recipients',
  text: 'Message',
  pace: 'Paused {min}–{max} seconds between messages on purpose, so that the number is not easily blocked.',
  end: 'Done at about {end}.',
  endInDays: 'Done at about {end}, within {n} days.',
  practice: 'A practice device: no message really leaves.',
  night: 'Some patients will receive the message at night.',
  queued: {
    one: '{n} recipient of another message of this device comes first.',
    other: '{n} recipients of other messages of this device come first.',
  },
  replies: 'Replies of patients go to the sending phone.',
  notReady: 'This device is not linked. Scan its barcode first.',
  yes: 'Send',
  sending: 'Starting…',
  started: 'Sending has begun. You may close this page.',
};

/** English of Hapus Pesan. */
export const remove: TranslationOf<typeof id.remove> = {
  title: 'Delete message?',
  text: {
    one: 'This message and its {n} recipient will be deleted.',
    other: 'This message and its {n} recipients will be deleted.',
  },
  history:
    'The record of who was reached and who was not goes as well. Download the results first if you still need them.',
  yes: 'Delete message',
  refusedTitle: 'This message is being sent',
  refused: 'Cancel sending first, then delete it.',
  done: 'The message was deleted.',
};

/** English of what keeps a number safe, as it bears on when sending ends. */
export const rules: TranslationOf<typeof id.rules> = {
  startsLater: 'Sending begins {start}.',
  hours: 'Sends between {from} and {to} WIB only; the rest waits and goes on by itself.',
  young:
    'This number is still new: at most {cap} messages today, {sent} used already. The limit grows every day.',
  cap: 'This number sends at most {cap} messages today, {sent} used already.',
};
