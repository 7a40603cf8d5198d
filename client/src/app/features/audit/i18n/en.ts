import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Audit',
  subtitle: 'Who did what, and when. It only grows, and cannot be changed.',
  help: {
    what: 'Every deed is written down together with it. Numbers, names of patients and texts of messages are never in here.',
    seal: 'Each entry is chained to the one before it. The administrator of the server checks that with npm run audit:verify.',
    export: 'The download has the entries of the filter, and is written down as well.',
  },
  download: 'Download the audit (.xlsx)',
  filter: {
    label: 'Filter the audit',
    person: 'Person',
    action: 'Action',
    subject: 'Object',
    from: 'From',
    until: 'To',
    all: 'All',
    clear: 'Clear the filter',
    one: 'Only object {id}',
  },
  column: { at: 'Time', person: 'Person', action: 'Action', subject: 'Object', details: 'Details' },
  caption: 'The audit, newest first',
  only: 'Only this object: {subject} {id}',
  empty: 'Nothing has been written down yet.',
  nothing: 'No entry fits this filter.',
};
