import type { BroadcastStatus, RunView } from '#contracts/broadcast.contract.js';
import { recipientBeforeSendingTexts, recipientStateTexts } from '#contracts/recipient-texts.js';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { type PauseReason, pauseReasonTexts, waitingReasonTexts } from '#contracts/run-texts.js';
import type { LanguageCode } from '../../../core/i18n/language.js';
import type { Tone } from '../../../shared/ui/action-button/prima-action.js';
import type { IconName } from '../../../shared/ui/icon/icon.js';

/** How a status looks: its word stands beside, so colour and icon only repeat it. */
export interface StatusLook {
  readonly tone: Tone;
  readonly icon: IconName;
}

/** Looks of a message. */
export const BROADCAST_LOOKS: Readonly<Record<BroadcastStatus, StatusLook>> = {
  draft: { tone: 'neutral', icon: 'draft' },
  confirmed: { tone: 'blue', icon: 'verified' },
  sending: { tone: 'blue', icon: 'send' },
  paused: { tone: 'amber', icon: 'pause_circle' },
  finished: { tone: 'green', icon: 'task_alt' },
  cancelled: { tone: 'neutral', icon: 'block' },
};

const RECIPIENT_LOOKS: Readonly<Record<RecipientState, StatusLook>> = {
  pending: { tone: 'neutral', icon: 'schedule' },
  sending: { tone: 'blue', icon: 'send' },
  sent: { tone: 'green', icon: 'check' },
  delivered: { tone: 'green', icon: 'done_all' },
  read: { tone: 'green', icon: 'visibility' },
  failed: { tone: 'red', icon: 'error' },
  skipped: { tone: 'neutral', icon: 'skip_next' },
  unknown: { tone: 'amber', icon: 'help' },
  cancelled: { tone: 'neutral', icon: 'block' },
};

/** A status as it is shown. */
export interface ShownStatus extends StatusLook {
  readonly word: string;
}

/**
 * How a recipient in `state` is shown. Before Kirim nothing has happened to anybody, so the word
 * tells of the Konfirmasi of the whole message instead.
 */
export function shownRecipientState(
  state: RecipientState,
  broadcast: BroadcastStatus,
  language: LanguageCode,
): ShownStatus {
  if (state === 'pending' && broadcast === 'draft') {
    return { tone: 'neutral', icon: 'draft', word: beforeSending('unconfirmed', language) };
  }
  if (state === 'pending' && broadcast === 'confirmed') {
    return { ...BROADCAST_LOOKS.confirmed, word: beforeSending('confirmed', language) };
  }
  return { ...RECIPIENT_LOOKS[state], word: recipientStateTexts[state][language] };
}

/** Why `run` is paused, to follow the word "dijeda"; empty when a person paused it, or it is not. */
export function pauseSentence(run: RunView | null, language: LanguageCode): string {
  const code = run?.state === 'paused' ? run.pauseReason : null;
  if (code === null) return '';
  return Object.hasOwn(pauseReasonTexts, code)
    ? pauseReasonTexts[code as PauseReason][language]
    : code;
}

/** Why `run` holds back by itself, to follow the moment until which it does; empty when it does not. */
export function waitingReason(run: RunView | null, language: LanguageCode): string {
  return run?.state === 'sending' && run.waiting
    ? waitingReasonTexts[run.waiting.reason][language]
    : '';
}

function beforeSending(
  word: keyof typeof recipientBeforeSendingTexts,
  language: LanguageCode,
): string {
  return recipientBeforeSendingTexts[word][language];
}
