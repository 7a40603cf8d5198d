import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { LookupResult, SendOutcome } from '../../../application/ports/whatsapp-gateway.js';

const reasons = {
  lookup: 'lookup-unavailable',
  notReady: 'device-not-ready',
  noAnswer: 'no-answer',
  lost: 'connection-lost',
} as const satisfies Record<string, RecipientReason>;

/** Nothing was looked up. */
export const NO_LOOKUP: LookupResult = { kind: 'unknown', reason: reasons.lookup };

/** Nothing was handed over, since there is no usable session. */
export const NOT_HANDED_OVER: SendOutcome = { kind: 'refused', reason: reasons.notReady };

/** Whoever had the message in hand is gone. */
export const LOST_IN_HAND: SendOutcome = { kind: 'unknown', reason: reasons.lost };

/** Nobody can say now what became of an earlier message. */
export const NOT_RECONCILED: SendOutcome = { kind: 'unknown', reason: reasons.noAnswer };
