import type { RecipientReason } from '#contracts/recipient-texts.js';
import type { ReceiptLevel, SendOutcome } from '../../../application/ports/whatsapp-gateway.js';
import type { PracticeScript } from './practice-script.js';
import type { Draw } from './seeded-draws.js';
import { drawFrom, seededDraws } from './seeded-draws.js';

/** Whether a number has WhatsApp, and how long it takes to say so. */
export interface NumberFate {
  readonly onWhatsapp: boolean;
  readonly after: number;
}

/** Everything that will happen to one send. Durations in milliseconds. */
export interface SendFate {
  readonly handoverAfter: number;
  /** Whether the network gets the message. */
  readonly arrives: boolean;
  readonly answerAfter: number;
  readonly outcome: SendOutcome;
  /** In order; each `after` counts from the one before it, the first from the hand-over. */
  readonly receipts: readonly { readonly level: ReceiptLevel; readonly after: number }[];
  /** How long after the last receipt they answer BERHENTI; null when they do not. */
  readonly optOutAfter: number | null;
  /** How long the connection drops afterwards; null when it holds. */
  readonly outage: number | null;
}

/** What becomes of a question about `phone`: the same whoever asks, whenever. */
export function numberFate(script: PracticeScript, seed: string, phone: string): NumberFate {
  const draw = seededDraws(seed, 'number', phone);
  return {
    onWhatsapp: draw() >= script.notOnWhatsappShare,
    after: drawFrom(script.lookup, draw),
  };
}

/** Which send it is: the `attempt`th (from 1) of device `from` to `to`. */
export interface SendKey {
  readonly from: string;
  readonly to: string;
  readonly attempt: number;
}

/** What becomes of a send. Depends on script, seed and key alone. */
export function sendFate(script: PracticeScript, seed: string, key: SendKey): SendFate {
  const draw = seededDraws(seed, 'send', key.from, key.to, String(key.attempt));
  // Every draw is made, in this order, in every case: changing one share then leaves the rest alone.
  const [verdict, arrival, drop] = [draw(), draw(), draw()];
  const [handoverAfter, answerAfter] = [
    drawFrom(script.handover, draw),
    drawFrom(script.answer, draw),
  ];
  const [outage, receipts] = [drawFrom(script.outage.lasts, draw), receiptsOf(script, draw)];
  const refused = verdict < script.refusedShare;
  const unanswered = !refused && verdict < script.refusedShare + script.unansweredShare;
  const arrives = !refused && (!unanswered || arrival < script.arrivedUnansweredShare);
  const isRead = arrives && receipts.some(({ level }) => level === 'read');
  return {
    handoverAfter,
    arrives,
    answerAfter,
    outcome: outcomeOf(refused, unanswered),
    receipts: arrives ? receipts : [],
    optOutAfter: isRead ? optOutOf(script, seed, key.to) : null,
    outage: drop < script.outage.share ? outage : null,
  };
}

/** The numbers of the example list and of the guide: nobody has them. */
const INVENTED = /^\+628120000\d{4}$/;

/** Of a number, not of a send: whoever wants no more messages says so to everybody. */
function optOutOf({ optOut }: PracticeScript, seed: string, phone: string): number | null {
  const draw = seededDraws(seed, 'opt-out', phone);
  if (!INVENTED.test(phone) || draw() >= optOut.share) return null;
  return drawFrom(optOut.after, draw);
}

function outcomeOf(refused: boolean, unanswered: boolean): SendOutcome {
  const reason: RecipientReason = refused ? 'rejected' : 'no-answer';
  if (refused) return { kind: 'refused', reason };
  return unanswered ? { kind: 'unknown', reason } : { kind: 'accepted' };
}

function receiptsOf({ delivered, read }: PracticeScript, draw: Draw): SendFate['receipts'] {
  const [reaching, reading] = [draw(), draw()];
  const toPhone = { level: 'delivered', after: drawFrom(delivered.after, draw) } as const;
  const toEyes = { level: 'read', after: drawFrom(read.after, draw) } as const;
  if (reaching >= delivered.share) return [];
  return reading < read.share ? [toPhone, toEyes] : [toPhone];
}
