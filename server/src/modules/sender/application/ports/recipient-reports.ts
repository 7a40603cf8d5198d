import type { RecipientView } from '#contracts/recipient.contract.js';

/** What became of recipients, for people to read. Every call runs in the caller's unit of work. */
export abstract class RecipientReports {
  /** The recipient, or null. */
  abstract find(recipientId: number): Promise<RecipientView | null>;

  /** At most `size` recipients of a broadcast's list whose id is above `afterId`, in its order. */
  abstract after(importId: string, afterId: number, size: number): Promise<RecipientView[]>;

  /** Messages that WhatsApp accepted and that were handed over at or after `moment`, by device. */
  abstract acceptedSince(moment: number): Promise<ReadonlyMap<string, number>>;
}
