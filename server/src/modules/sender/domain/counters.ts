import type { RecipientCounts, RecipientState } from '#contracts/recipient.contract.js';

/** Counts of a run in which all `pending` recipients still wait. */
export function allPending(pending: number): RecipientCounts {
  return {
    pending,
    sending: 0,
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    skipped: 0,
    unknown: 0,
    cancelled: 0,
  };
}

/** Recipients that still have to be, or are being, handed over. */
export function remainingOf(counts: Pick<RecipientCounts, 'pending' | 'sending'>): number {
  return counts.pending + counts.sending;
}

/** States that WhatsApp's acceptance leads to: what "terkirim" counts. */
export const ACCEPTED_STATES = ['sent', 'delivered', 'read'] as const satisfies RecipientState[];
