import type { RecipientState } from '#contracts/recipient.contract.js';

/**
 * What can happen to a recipient.
 *
 * - `claim`: its message is about to be handed over
 * - `skip`: it must not or cannot get one (not on WhatsApp, opted out)
 * - `give-up`: whether it is on WhatsApp could not be found out; nothing was handed over
 * - `cancel`: its broadcast was cancelled before its turn
 * - `refused`: WhatsApp certainly did not and will not send it
 * - `lost`: it was handed over, or may have been, and nobody can tell what became of it
 * - `sent`, `delivered`, `read`: WhatsApp says that it has come this far
 * - `mark-sent`, `resend`, `leave`: a person's decision
 */
export type Happening =
  'claim' | 'skip' | 'give-up' | 'cancel' | 'refused' | 'lost' | Proof | Decision;

/** What only WhatsApp itself can say: the message exists on its servers or further. */
export type Proof = 'sent' | 'delivered' | 'read';

/** What a person may decide about a recipient that is failed or unknown. */
export type Decision = 'mark-sent' | 'resend' | 'leave';

type Steps = Partial<Readonly<Record<RecipientState, RecipientState>>>;

/** Everything that a proof overrules, whatever the order of news: all but what has come as far. */
const provenSent = {
  pending: 'sent',
  sending: 'sent',
  failed: 'sent',
  skipped: 'sent',
  unknown: 'sent',
  cancelled: 'sent',
} as const satisfies Steps;

/**
 * The machine of a recipient: what follows from which state when something happens. Whatever is not
 * in the table changes nothing, so that late, repeated and disordered news is harmless. Two rules keep
 * the promise: only `claim` leads to `sending`, and only a person's `resend` leads back to `pending`.
 */
export const RECIPIENT_STEPS: Readonly<Record<Happening, Steps>> = {
  claim: { pending: 'sending' },
  skip: { pending: 'skipped' },
  'give-up': { pending: 'failed' },
  cancel: { pending: 'cancelled' },
  refused: { sending: 'failed', unknown: 'failed' },
  lost: { sending: 'unknown' },
  // A proof also reaches a recipient that waits for a second attempt: the first one arrived after all.
  sent: provenSent,
  delivered: {
    pending: 'delivered',
    sending: 'delivered',
    sent: 'delivered',
    failed: 'delivered',
    skipped: 'delivered',
    unknown: 'delivered',
    cancelled: 'delivered',
  },
  read: {
    pending: 'read',
    sending: 'read',
    sent: 'read',
    delivered: 'read',
    failed: 'read',
    skipped: 'read',
    unknown: 'read',
    cancelled: 'read',
  },
  'mark-sent': { failed: 'sent', unknown: 'sent' },
  resend: { failed: 'pending', unknown: 'pending' },
  leave: { failed: 'failed', unknown: 'unknown' },
};

/** The state that follows, or null when `happening` changes nothing in `state`. */
export function stepOf(state: RecipientState, happening: Happening): RecipientState | null {
  return RECIPIENT_STEPS[happening][state] ?? null;
}

/**
 * The same for news about an earlier attempt than the latest one. Its failure says nothing about the
 * later attempt, and while that one is in flight nothing but its own news may end the flight.
 */
export function stepOfEarlierAttempt(
  state: RecipientState,
  happening: Happening,
): RecipientState | null {
  if (!isProof(happening) || state === 'sending') return null;
  return stepOf(state, happening);
}

/** Whether `happening` is WhatsApp's word that the message exists. */
export function isProof(happening: string): happening is Proof {
  return happening === 'sent' || happening === 'delivered' || happening === 'read';
}
