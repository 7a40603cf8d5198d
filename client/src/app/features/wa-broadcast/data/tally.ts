import type { RecipientCounts, RecipientState } from '#contracts/recipient.contract.js';

/** Counts of recipients as people ask for them. `done` and `waiting` add up to `total`. */
export interface Tally {
  readonly total: number;
  /** Those with whom nothing more will happen by itself. */
  readonly done: number;
  /** Those whom WhatsApp accepted the message for, read or not. */
  readonly reached: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unknown: number;
  readonly cancelled: number;
  /** In the queue or just being sent. */
  readonly waiting: number;
}

/** Sums up `counts`. */
export function tallyOf(counts: RecipientCounts): Tally {
  const { pending, sending, sent, delivered, read, failed, skipped, unknown, cancelled } = counts;
  const reached = sent + delivered + read;
  const waiting = pending + sending;
  const done = reached + failed + skipped + unknown + cancelled;
  return { total: done + waiting, done, reached, failed, skipped, unknown, cancelled, waiting };
}

/** Counts of a list of which nobody was sent anything yet; `optedOut` of them never will be. */
export function untouched(recipients: number, optedOut = 0): RecipientCounts {
  return {
    pending: recipients - optedOut,
    sending: 0,
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    skipped: optedOut,
    unknown: 0,
    cancelled: 0,
  };
}

/** States that somebody is in: whoever was reached first, whoever waits last. */
export function occupiedStates(counts: RecipientCounts): RecipientState[] {
  return STATES.filter((state) => counts[state] > 0);
}

const STATES: readonly RecipientState[] = [
  'sent',
  'delivered',
  'read',
  'unknown',
  'failed',
  'skipped',
  'cancelled',
  'sending',
  'pending',
];
