export { DoNotContactList, NumberListed } from './application/do-not-contact-list.js';
export type { OptOut } from './application/do-not-contact-list.js';
export { DoNotContactModule } from './do-not-contact.module.js';
