export { RecipientLists } from './application/recipient-lists.js';
export type { ListSummary, ListedRecipient } from './application/recipient-lists.js';
