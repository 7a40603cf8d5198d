import type { TranslationOf } from '../../../../core/i18n/texts.js';
import type * as id from '../id/compose.js';

/** English of the page that writes a message. */
export const compose: TranslationOf<typeof id.compose> = {
  createTitle: 'Add message',
  editTitle: 'Edit message',
  step: 'Step 1 of 3: message and recipients',
  part: { message: 'Message', recipients: 'Recipients', check: 'Check' },
  title: 'Title (may stay empty)',
  titleHint: 'Seen here only, never sent.',
  device: 'Sending device',
  deviceHint: 'Replies of patients go to the phone of this device.',
  deviceNotReady: 'not linked',
  deviceNotReadyHint:
    'This device is not linked. You can save the message, and send it after scanning its barcode.',
  noDevice: 'There is no device yet. Link a number first, then come back.',
  noDeviceLink: 'Link a number first',
  text: 'Text of the message',
  textLength: '{n} of {limit} characters',
  captionLength: '{n} of {limit} characters (caption of the attachment)',
  format: {
    toolbar: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    strike: 'Strikethrough',
    emoji: 'Insert an emoji',
    emojiOf: 'Insert {emoji}',
    help: 'In WhatsApp: *bold*, _italic_, ~strikethrough~.',
  },
  variables: 'Insert data of the recipient:',
  insert: 'Insert {variable}',
  savedNotConfirmed: 'The message is saved. Check it, then press Confirm.',
  confirmedWarning:
    'This message was confirmed by {by}. After a change it has to be confirmed again.',
  refused: 'Sending of this message has begun, so it cannot be changed.',
  refusedHint: 'See its progress in the recipient details, or make a new message.',
  createAnother: 'Add a new message',
  changedBySomebody: 'Somebody has just changed this message. Load it again to see what it says.',
  changedMeanwhile: 'Load this message again',
};

/** English of the preview of a message. */
export const preview: TranslationOf<typeof id.preview> = {
  title: "Preview on the patient's phone",
  example: 'An example. Fill in the recipients to see the real ones.',
  empty: 'Your message appears here.',
  place: 'Recipient {place} of {total}',
  placeOfFirst: 'Recipient {place} of the first {total}',
  previous: 'Previous recipient',
  next: 'Next recipient',
  missing: 'no value yet',
};

/** English of "Kirim tes ke nomor saya". */
export const test: TranslationOf<typeof id.test> = {
  open: 'Send a test to my number',
  phone: 'Your WhatsApp number',
  phoneHint: 'The message of the preview goes to one number only.',
  phoneMissing: 'Fill in your WhatsApp number.',
  send: 'Send the test',
  sending: 'Sending the test…',
  accepted: 'The test was sent to {phone}. Look at your phone.',
  refused: 'The test was not sent: {reason}.',
  unknown: 'Perhaps not sent: {reason}. Look at your phone before you try again.',
  needsText: 'Write the message and choose a device first.',
};

/** English of the third part: what is to be checked before saving. */
export const check: TranslationOf<typeof id.check> = {
  waiting: 'Fill in message and recipients first. What was checked appears here.',
  willReceive: {
    one: '{n} recipient will receive the message',
    other: '{n} recipients will receive the message',
  },
  duplicates: { one: '{n} repeated row left out', other: '{n} repeated rows left out' },
  rejected: { one: '{n} row rejected', other: '{n} rows rejected' },
  seeRejected: 'See the rejected rows',
  unknownVariable: '{variable} is not in the list of recipients.',
  suggestion: 'Did you mean {variable}?',
  replace: 'Replace by {variable}',
  removeOrAdd: 'Take it out of the message, or add its column to the list of recipients.',
  lacking: '{variable} is empty for {recipients}, of the first {total}.',
  lackingHint: 'Fill it in, or take it out of the message.',
  allFilled: 'Everything that the message names has a value.',
  duration: 'Sending takes about {duration}, done at about {end} if sent now.',
  durationInDays: 'Sending takes {n} days, done at about {end} if sent now.',
  optedOut: '{n} skipped (opted out): asked for no more messages.',
  saveStep: 'After saving: confirm the recipients, then send.',
  reading: 'Wait until the list of recipients is read.',
  noRecipients: 'There is no valid recipient yet. Add at least one number.',
  chooseColumns: 'Choose the column of the numbers first, under Recipients.',
};

/** English of the file that goes with a message. */
export const attachment: TranslationOf<typeof id.attachment> = {
  title: 'Attachment (may be empty)',
  label: 'Attachment:',
  choose: 'Choose an image, video or PDF',
  accepted:
    'One file: JPEG, PNG, MP4 or PDF. You can drop it here, too. The text becomes its caption.',
  replace: 'Replace the file',
  remove: 'Remove the attachment',
  uploading: 'Uploading {file}: {done} of {total}',
  checking: 'Checking {file}…',
  attached: '{file} is attached.',
  image: 'Attached image: {file}',
  video: 'Attached video: {file}',
  oneOnly: 'Choose one file only.',
  waitToSave: 'The message can be saved once its attachment is uploaded.',
};
