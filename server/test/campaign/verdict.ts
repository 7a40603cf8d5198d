import type { RecipientState } from '#contracts/recipient.contract.js';
import type { Handover } from '../../src/modules/device/infrastructure/gateways/practice/handover-journal.js';
import { addressMark } from '../../src/modules/device/infrastructure/gateways/practice/handover-journal.js';
import type { WatchedRecipient } from './ledger-watch.js';

/** What is compared when everything has come to rest. */
export interface Evidence {
  readonly handovers: readonly Handover[];
  readonly recipients: readonly WatchedRecipient[];
  /** Numbers that were to get a message. */
  readonly phones: readonly string[];
  /** Ids of the messages that the server had claimed. */
  readonly claimed: ReadonlySet<string>;
  readonly seed: string;
}

/** What the journal of the network and the ledger of the server say about each other. */
export interface Verdict {
  /** Messages in the journal beyond the first to the same number, or of the same id. */
  readonly duplicates: number;
  /** Recipients who are missing, in no final state, or whose state the journal contradicts. */
  readonly lost: number;
  /** Messages that were handed over without having been claimed before. */
  readonly unclaimed: number;
  /** Recipients that are uncertain because a kill met their message in flight. */
  readonly interrupted: number;
  readonly counts: Readonly<Partial<Record<RecipientState, number>>>;
}

const ARRIVED: readonly RecipientState[] = ['sent', 'delivered', 'read'];
const NOT_ARRIVED: readonly RecipientState[] = ['failed', 'skipped'];

/** Compares, recipient by recipient. */
export function judge({ handovers, recipients, phones, claimed, seed }: Evidence): Verdict {
  const marks = new Set(handovers.map(({ address }) => address));
  const ids = new Set(handovers.map(({ messageId }) => messageId));
  const byPhone = new Map(recipients.map((recipient) => [recipient.phone, recipient]));
  const counts: Partial<Record<RecipientState, number>> = {};
  for (const { state } of recipients) counts[state] = (counts[state] ?? 0) + 1;
  const isWell = (phone: string): boolean => {
    const state = byPhone.get(phone)?.state;
    const arrived = marks.has(addressMark(seed, phone));
    // Of an uncertain one the journal may say either: that is what uncertain means.
    if (state === 'unknown') return true;
    return state !== undefined && (arrived ? ARRIVED : NOT_ARRIVED).includes(state);
  };
  return {
    duplicates: handovers.length - marks.size + (handovers.length - ids.size),
    lost: phones.filter((phone) => !isWell(phone)).length,
    unclaimed: [...ids].filter((messageId) => !claimed.has(messageId)).length,
    interrupted: recipients.filter(({ reason }) => reason === 'interrupted').length,
    counts,
  };
}
