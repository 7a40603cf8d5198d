import type { RecipientFilter, RecipientPage } from '#contracts/recipient.contract.js';
import type { AcceptedRow } from '../../domain/recipient-row.js';
import type { ListedRecipient } from '../recipient-lists.js';

/** A recipient as a person corrects it. */
export type RecipientContent = Pick<ListedRecipient, 'phone' | 'name' | 'variables'> &
  Pick<NewRecipient, 'optedOutAt'>;

/** A row as it is stored: `optedOutAt` when its number is on the do-not-contact list, and found so then. */
export type NewRecipient = AcceptedRow & { readonly optedOutAt: number | null };

/** What a page is asked for; `namesOnly`: a search does not look at numbers. */
export type RecipientQuestion = RecipientFilter & { readonly namesOnly?: boolean };

/** The recipients of lists. Ids grow with the place in the list. */
export abstract class Recipients {
  /** Adds rows at the end of the list, in their order. No number may be in the list already. */
  abstract add(importId: string, rows: readonly NewRecipient[]): Promise<void>;

  /** One page for the screen, in the order of the list. */
  abstract page(importId: string, filter: RecipientQuestion): Promise<RecipientPage>;

  /** At most `size` recipients whose id is above `afterId`, in the order of the list. */
  abstract after(importId: string, afterId: number, size: number): Promise<ListedRecipient[]>;

  /** The recipient of that number, or null. */
  abstract findByPhone(importId: string, phone: string): Promise<ListedRecipient | null>;

  /** The recipient with that id in the list, or null. */
  abstract find(importId: string, id: number): Promise<ListedRecipient | null>;

  /** Also whether it waits or is skipped. False when the list has no such recipient. */
  abstract change(importId: string, id: number, content: RecipientContent): Promise<boolean>;

  /** False when the list has no such recipient. */
  abstract remove(importId: string, id: number): Promise<boolean>;
}
