export { ImportSampleList } from './application/import-sample-list.js';
export { PurgeLists } from './application/purge-lists.js';
export { recipientFor } from './application/recipient-for.js';
export { SubjectRows } from './application/ports/subject-rows.js';
export type { SubjectRow } from './application/ports/subject-rows.js';
export { RecipientLists } from './application/recipient-lists.js';
export type { ListSummary, ListedRecipient } from './application/recipient-lists.js';
export { RecipientModule } from './recipient.module.js';
