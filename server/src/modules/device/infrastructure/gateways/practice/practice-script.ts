import type { Span } from './seeded-draws.js';

/**
 * How the practice engine plays WhatsApp: how long things take (milliseconds) and how many of them go
 * wrong (`…Share`, 0 to 1). Which ones go wrong is decided by the seed.
 */
export interface PracticeScript {
  /** From Scan Barcode to the first code. */
  readonly preparing: Span;
  /** Codes that are shown before they expire for good, and how long each can be scanned. */
  readonly codes: { readonly count: number; readonly lifetime: number };
  /** From the scan to a usable device. */
  readonly linking: Span;
  /** From the start of the server to a usable device that was linked before. */
  readonly restoring: Span;
  /** Asking whether a number has WhatsApp. */
  readonly lookup: Span;
  /** Numbers without WhatsApp. A number keeps its answer. */
  readonly notOnWhatsappShare: number;
  /** From being asked to send until the network has the message. */
  readonly handover: Span;
  /** From then until the network answers. */
  readonly answer: Span;
  /** Messages that the network certainly does not take. */
  readonly refusedShare: number;
  /** Messages whose answer gets lost, so that nobody can tell what became of them. */
  readonly unansweredShare: number;
  /** Of those, the part that arrived all the same: their receipts come later and tell. */
  readonly arrivedUnansweredShare: number;
  /** Arrived messages that reach a phone, and after how long. The others: phone off. */
  readonly delivered: { readonly share: number; readonly after: Span };
  /** Delivered messages that are read with receipts on, and how long after. */
  readonly read: { readonly share: number; readonly after: Span };
  /**
   * Readers who answer BERHENTI, and how long after. Only invented numbers do: the do-not-contact list
   * is one for all devices, and training with a list of real patients must not put anybody on it.
   */
  readonly optOut: { readonly share: number; readonly after: Span };
  /** Sends after which the connection drops, and for how long it stays away. */
  readonly outage: { readonly share: number; readonly lasts: Span };
}

/**
 * A day that shows a trainee everything within some fifty recipients, faster than life. Code count and
 * lifetime are WhatsApp Web's own; the shares are chosen to be seen, not measured.
 */
export const PRACTICE_SCRIPT: PracticeScript = {
  preparing: { min: 300, max: 800 },
  codes: { count: 6, lifetime: 20_000 },
  linking: { min: 1_500, max: 2_500 },
  restoring: { min: 300, max: 900 },
  lookup: { min: 10, max: 40 },
  notOnWhatsappShare: 0.05,
  handover: { min: 30, max: 200 },
  answer: { min: 20, max: 200 },
  refusedShare: 0.03,
  unansweredShare: 0.03,
  arrivedUnansweredShare: 0.3,
  delivered: { share: 0.93, after: { min: 800, max: 5_000 } },
  read: { share: 0.6, after: { min: 2_000, max: 20_000 } },
  optOut: { share: 0.02, after: { min: 3_000, max: 8_000 } },
  outage: { share: 0.01, lasts: { min: 2_000, max: 5_000 } },
};
