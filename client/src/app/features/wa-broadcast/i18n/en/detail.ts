import type { TranslationOf } from '../../../../core/i18n/texts.js';
import type * as id from '../id/detail.js';

/** English of the dialog with the recipients of a message. */
export const detail: TranslationOf<typeof id.detail> = {
  title: 'Recipients',
  stepConfirm: 'Step 2 of 3: confirm',
  stepSend: 'Step 3 of 3: send',
  approving: 'What is being confirmed',
  approved: 'What was confirmed',
  sentContent: 'What is sent',
  device: 'Device',
  recipients: 'Recipients',
  end: 'Expected end',
  endNow: 'about {end}, if sent now',
  endNowInDays: 'about {end}, within {n} days, if sent now',
  optedOut: '{n} skipped (opted out)',
  ended: 'Ended',
  showAll: 'Show the whole message',
  showLess: 'Show less',
  confirmedBy: 'confirmed by {by}, {at}',
  unconfirmedBy: 'Changed by {by}, {at}: has to be confirmed again.',
  confirmed: 'Confirmed. The message can be sent now.',
  mayNotConfirm: 'Your account cannot confirm. Ask a colleague who can.',
  mayNotSend: 'Your account cannot send. Ask a colleague who can.',
  fourEyes: 'Four eyes: made or last changed by {names}. Somebody else confirms it.',
  fourEyesLost:
    'This confirmation is from before four eyes, by somebody who made or changed the message. Somebody else has to confirm it.',
  notYours: 'You made it or changed it last. Ask another confirmer to confirm it.',
  editorsUnknown:
    'It was not written down who changed it last. Make a new message with the same content.',
  missingAll: '{variable} is not in the list of recipients.',
  missingSome: '{variable} is empty for {recipients} (rows {rows}).',
  missingHint: 'You can confirm once this is put right under Edit message.',
  removed: 'This message has just been deleted.',
  resendFailed: 'Send the failed ones again',
  resent: {
    one: '{n} recipient is back in the queue.',
    other: '{n} recipients are back in the queue.',
  },
  download: 'Download the results (.xlsx)',
};

/** English of the table of recipients. */
export const table: TranslationOf<typeof id.table> = {
  erased: 'data erased',
  caption: 'Recipients of this message',
  name: 'Name',
  phone: 'Number',
  status: 'Status',
  actions: 'Actions',
  noName: 'no name',
  optedOut: 'skipped (opted out)',
  search: 'Search name or number',
  states: 'Filter by status',
  all: 'all',
  none: 'There is no recipient yet.',
  noMatch: 'No recipient matches.',
  range: '{from}–{to}',
  rangeOf: '{from}–{to} of {total}',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages of the recipients',
  readHelp: 'Where read receipts are switched off, the status stays at delivered.',
  attempts: 'sent {n} times',
};

/** English of a person's decision about a recipient. */
export const decision: TranslationOf<typeof id.decision> = {
  open: 'Decide',
  openOf: 'Decide about {name}',
  unknown: 'Perhaps not sent: {reason}. Open this chat on the sending phone, then choose:',
  failed: 'Failed: {reason}.',
  markSent: 'Mark as sent',
  resendUnknown: 'Send again (may arrive twice)',
  resend: 'Send again',
  leave: 'Leave it',
  leaveHint: 'Leave it: the status stays {word}, and it is noted that you have seen it.',
  done: {
    'mark-sent': 'marked as sent by {by}, {at}',
    resend: 'sent again by {by}, {at}',
    leave: 'left as it is by {by}, {at}',
  },
  said: {
    'mark-sent': 'Marked as sent.',
    resend: 'Back in the queue.',
    leave: 'Left as it is. It is noted that you have seen it.',
  },
  noReason: 'for an unknown reason',
};

/** English of the end of a sending. */
export const summary: TranslationOf<typeof id.summary> = {
  title: '{n} done: {parts}',
  cancelledTitle: 'Cancelled. {n} recipients: {parts}',
  reached: '{n} sent',
  failed: '{n} failed',
  skipped: '{n} skipped',
  unknown: '{n} uncertain',
  cancelled: '{n} cancelled',
  waiting: '{n} awaiting their result',
  show: 'Show',
  showOf: 'Show those that are {word}',
  reachedHelp: 'WhatsApp has accepted the message. Delivered and read follow.',
  failedHelp: 'Not sent. Look at the reason, then send again.',
  skippedHelp: 'Left out on purpose: not on WhatsApp, or asked not to be sent messages.',
  unknownHelp: 'Perhaps not sent. Look at the chat on the sending phone, then decide one by one.',
  cancelledHelp: 'Not sent because sending was cancelled.',
  waitingHelp: 'On their way when sending was cancelled. The result shows in a moment.',
};
