import type { TranslationOf } from '../../../../core/i18n/texts.js';
import type * as id from '../id/list.js';

/** English of the list of messages. */
export const list: TranslationOf<typeof id.list> = {
  subtitle: 'Write a message, confirm its recipients, then send it.',
  help: {
    details: 'shows number and status of each recipient, and is the place to confirm.',
    edit: 'changes the text or the recipients of a message.',
    remove: 'deletes a message together with its recipients.',
    add: 'adds a message to send.',
    send: 'appears once the recipients are confirmed. The more recipients, the longer it takes.',
  },
  column: {
    message: 'Message',
    device: 'Device',
    recipients: 'Recipients',
    status: 'Status',
    created: 'Created',
    actions: 'Actions',
  },
  caption: 'Messages, the newest first',
  filter: {
    label: 'Filter the messages',
    search: 'Search title or text',
    status: 'Status',
    anyStatus: 'Any status',
    device: 'Device',
    anyDevice: 'Any device',
    clear: 'Clear the filter',
    awaitingMe: 'waiting for me to confirm',
  },
  purged: 'The data of the recipients was deleted at the end of its retention ({date})',
  purgedName: '(the text was deleted)',
  empty: 'There is no message yet.',
  noMatch: 'No message matches this filter.',
  noDevice: 'There is no number yet that could send a message.',
  linkDevice: 'Link a number first',
  awaited: {
    mine: 'waits for you to confirm',
    others: 'waits for somebody else to confirm',
    unknown: 'cannot be confirmed',
  },
  deviceRemoved: 'device was removed',
};

/** English of what can be done with a message. */
export const action: TranslationOf<typeof id.action> = {
  details: 'Recipients',
  edit: 'Edit message',
  remove: 'Delete message',
  send: 'Send message',
  confirm: 'Confirm',
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel sending',
  of: '{action}: {name}',
};

/** English of the states of a message. */
export const status: TranslationOf<typeof id.status> = {
  draft: 'draft',
  confirmed: 'confirmed',
  sending: 'sending',
  paused: 'paused',
  finished: 'finished',
  cancelled: 'cancelled',
};

/** English of how far sending is. */
export const run: TranslationOf<typeof id.run> = {
  done: '{done} of {total}',
  end: 'done at about {end}',
  progress: 'Progress of sending {name}',
  announce: '{percent} percent done',
  pausedBecause: 'Paused: {reason}.',
  pausedByPerson: 'Paused. Press Resume to go on.',
  waiting: 'Waiting until {until}: {reason}.',
  mayClose: 'You may close this page. Sending goes on at the server.',
  paused: 'Sending is paused.',
  resumed: 'Sending goes on.',
  cancelled: 'Sending is cancelled.',
  cancelTitle: 'Cancel sending?',
  cancelText: '{n} recipients were not sent the message, and will not be.',
  cancelSent: 'Messages that were sent cannot be taken back.',
  cancelYes: 'Cancel sending',
  cancelNo: 'Back',
  count: { one: '{n} recipient', other: '{n} recipients' },
  bar: 'Status of recipients: {parts}',
};
