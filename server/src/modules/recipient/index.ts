export { ImportSampleList } from './application/import-sample-list.js';
export { PurgeLists } from './application/purge-lists.js';
export { recipientFor } from './application/recipient-for.js';
export { RecipientLists } from './application/recipient-lists.js';
export type { ListSummary, ListedRecipient } from './application/recipient-lists.js';
export { writeSheet } from './infrastructure/sheet/sheet-writer.js';
export type { SheetColumn } from './infrastructure/sheet/sheet-writer.js';
export { RecipientModule } from './recipient.module.js';
