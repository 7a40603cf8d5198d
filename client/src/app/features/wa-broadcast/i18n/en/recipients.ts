import type { TranslationOf } from '../../../../core/i18n/texts.js';
import type * as id from '../id/recipients.js';

/** English of the second part: who receives the message. */
export const source: TranslationOf<typeof id.source> = {
  label: 'How to fill in the recipients',
  help: 'Freetext or Excel upload: choose one of the two.',
  freetext: 'Freetext',
  excel: 'Upload Excel',
  replaceTitle: 'Replace the list of recipients?',
  replaceText: 'The present {n} recipients will be replaced. Go on?',
  replaceYes: 'Go on',
  replaceNo: 'Cancel',
  kept: { one: '{n} stored recipient', other: '{n} stored recipients' },
  keptHint: 'Correct or remove single recipients below, or replace the whole list.',
  replace: 'Replace the list',
  keep: 'Do not replace, use the stored list',
};

/** English of recipients as freetext. */
export const freetext: TranslationOf<typeof id.freetext> = {
  label: 'Numbers of the recipients',
  hint: 'One number a line. A name may follow: 0812…|Ibu Sari. Further fields after | become {first}, {second}.',
  placeholder: '0812-0000-0001|Ibu Sari',
  counts: '{valid} valid · {duplicates} repeated · {rejected} rejected',
  countsOptedOut:
    '{valid} valid · {duplicates} repeated · {rejected} rejected · {optedOut} opted out',
  reading: 'Reading…',
  issues: 'Lines that are not used',
  moreIssues: 'Only the first {n} lines are shown.',
};

/** English of recipients from a file. */
export const upload: TranslationOf<typeof id.upload> = {
  drop: 'Drag a file here, or',
  choose: 'Choose a file',
  other: 'Choose another file',
  accepted: 'Accepted: .xlsx and .csv. One recipient a row, with a column of numbers.',
  template: 'Download an example file',
  templateHint: '50 fictional patients, some rows wrong on purpose.',
  uploading: 'Uploading {file}…',
  inspecting: 'Opening {file}…',
  reading: { one: '{n} row read…', other: '{n} rows read…' },
  wrongKind: '{file} is neither .xlsx nor .csv. Choose an Excel or CSV file.',
  oneOnly: 'Choose one file only.',
};

/** English of the choice of columns. */
export const columns: TranslationOf<typeof id.columns> = {
  title: 'Which column holds the WhatsApp numbers?',
  sheet: 'Sheet {name}',
  headerRow: 'Headers',
  headerAt: 'Row {row}',
  noHeader: 'There are no headers',
  phone: 'Column of numbers',
  name: 'Column of names',
  noName: 'There is no column of names',
  column: 'Column {letter}',
  named: '{letter}: {header}',
  preview: 'The first 5 rows',
  row: 'Row',
  others: 'The other columns can be used as data in the message.',
  asPhone: 'number',
  asName: 'name',
  read: 'Read this list',
  phoneMissing: 'Choose the column of numbers.',
};

/** English of what became of the rows of a file. */
export const report: TranslationOf<typeof id.report> = {
  title: 'What was read',
  file: '{file}: {n} rows',
  valid: 'Valid ({n})',
  duplicate: 'Repeated ({n})',
  rejected: 'Rejected ({n})',
  row: 'Row',
  name: 'Name',
  phone: 'Number',
  value: 'Value',
  reason: 'Reason',
  optedOut: '{n} of the valid ones are skipped (opted out): they asked for no more messages.',
  noValid: 'No row is valid.',
  noDuplicate: 'No number is repeated.',
  noRejected: 'No row was rejected.',
  download: 'Download the rejected rows',
  downloadHint: 'Correct them in Excel, then upload again.',
};

/** English of correcting single recipients. */
export const correct: TranslationOf<typeof id.correct> = {
  search: 'Search name or number',
  edit: 'Correct',
  editOf: 'Correct {name}',
  remove: 'Remove',
  removeOf: 'Remove {name}',
  removeTitle: 'Remove this recipient?',
  removeText: '{name} will not be sent this message.',
  removed: 'The recipient was removed.',
  saved: 'The recipient was corrected.',
  title: 'Correct a recipient',
  phone: 'WhatsApp number',
  name: 'Name (may stay empty)',
  atOnce: 'Corrections here are saved at once.',
  none: 'No recipient matches.',
};
