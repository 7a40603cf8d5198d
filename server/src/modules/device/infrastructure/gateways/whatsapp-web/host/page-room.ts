import { PageMessages } from './page/page-messages.js';
import type { PageRoom, PageRoomOptions } from './page/page-contract.js';

export { DEFAULT_PAGE_SETTINGS } from './page/page-contract.js';
export type { PageNews, PageRoom, PageRoomOptions, PageSettings } from './page/page-contract.js';

/** Opens the room of a client's page. Call `prepare` before anything else. */
export function openPageRoom(options: PageRoomOptions): PageRoom {
  return new PageMessages(options);
}
