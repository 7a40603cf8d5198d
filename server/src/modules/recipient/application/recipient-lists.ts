import type {
  RecipientFilter,
  RecipientPage,
  RecipientUpdate,
  Variables,
} from '#contracts/recipient.contract.js';
import type { ImportSource } from '#contracts/recipient-import.contract.js';
import type { Actor, Onlooker } from '../../../platform/kernel/actor.js';

/** What a broadcast needs to know of its list. */
export interface ListSummary {
  readonly importId: string;
  readonly source: ImportSource;
  readonly recipientCount: number;
  /** Of those, who are skipped since they opted out: as it was before sending. */
  readonly optedOut: number;
  /** Variables of the rows besides `nomor` and `nama`. */
  readonly variableNames: readonly string[];
  /** Rows that were refused or repeated when it was read. */
  readonly rejected: number;
  readonly duplicates: number;
}

/** One recipient as the content of a broadcast: without what became of it. */
export interface ListedRecipient {
  readonly id: number;
  readonly rowNumber: number;
  readonly phone: string;
  readonly name: string | null;
  readonly variables: Variables;
  /** On the do-not-contact list when the list was read or the recipient last corrected: it is skipped. */
  readonly optedOut: boolean;
}

/** What the broadcast module may do with lists of recipients. */
export abstract class RecipientLists {
  /**
   * Gives the list, if it is there for `by`, to `broadcastId`, for good. Refuses: IMPORT.NOT_FOUND, IMPORT.NOT_READY,
   * IMPORT.EMPTY, BROADCAST.IMPORT_TAKEN. In the caller's unit of work.
   */
  abstract attach(importId: string, broadcastId: string, by: Onlooker): Promise<ListSummary>;

  /** Summaries of lists by id; unknown ids are left out. In the caller's unit of work. */
  abstract summaries(importIds: readonly string[]): Promise<ReadonlyMap<string, ListSummary>>;

  /** Gives the list up. Its rows are deleted later, in small units. In the caller's unit of work. */
  abstract discard(importId: string): Promise<void>;

  /**
   * All recipients in the order of the list, `size` at a time, each page in a unit of work of its own:
   * must not be called inside one.
   */
  abstract pages(importId: string, size?: number): AsyncIterable<readonly ListedRecipient[]>;

  /** One page for the screen, with numbers as `actor` may see them. In the caller's unit of work. */
  abstract page(
    importId: string,
    filter: RecipientFilter,
    actor: Pick<Actor, 'permissions'>,
  ): Promise<RecipientPage>;

  /**
   * Corrects one recipient. Refuses: RECIPIENT.NOT_FOUND, RECIPIENT.PHONE_TAKEN, PHONE.NOT_A_NUMBER.
   * In the caller's unit of work.
   */
  abstract update(importId: string, recipientId: number, change: RecipientUpdate): Promise<void>;

  /** Removes one. Refuses: RECIPIENT.NOT_FOUND, RECIPIENT.LAST_ONE. In the caller's unit of work. */
  abstract remove(importId: string, recipientId: number): Promise<void>;
}
