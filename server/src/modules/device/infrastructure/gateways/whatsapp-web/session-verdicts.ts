import type { SessionState } from '#contracts/device.contract.js';
import type { SessionReason } from '#contracts/device-texts.js';
import type { EndCode, SessionEnd } from './protocol.js';

/** How far a session has come: codes are shown, a phone has scanned, a phone is linked. */
export type Stage = 'pairing' | 'linking' | 'linked';

/** What follows from the end of one life of a session. */
export interface Verdict {
  /** What is told; null where the device stays as it is. */
  readonly news: { readonly state: SessionState; readonly reason: string | null } | null;
  /** Whether and how patiently the session is tried again. */
  readonly again: 'never' | 'soon' | 'late';
  /** Whether its profile is of no use any more. */
  readonly forget: boolean;
}

/** After so many lives in a row that came to nothing, a person is told. */
const TRIES_BEFORE_TOLD = 4;
/** Who waits at a screen is told earlier, and asked to try again. */
const TRIES_AT_SCREEN = 3;

const TERMINAL = { again: 'never', forget: true } as const;

const told = (state: SessionState, reason: SessionReason): Verdict['news'] => ({ state, reason });

/** Ends after which trying again soon helps nobody, with what is told. */
const PATIENT: Partial<Record<EndCode, Verdict['news']>> = {
  banned: told('restricted', 'banned'),
  'network-blocked': told('restricted', 'network-blocked'),
  'used-elsewhere': told('failed', 'used-elsewhere'),
  'whatsapp-outdated': told('failed', 'whatsapp-outdated'),
  'browser-missing': told('failed', 'browser-missing'),
  'browser-failed': told('failed', 'browser-failed'),
  'sandbox-refused': told('failed', 'sandbox-refused'),
  'profile-in-use': told('failed', 'profile-in-use'),
};

/** Ends that pass by themselves, with why a linked session reconnects and what a person is told in the end. */
const PASSING: Partial<Record<EndCode, { meanwhile: SessionReason; atLast: SessionReason }>> = {
  offline: { meanwhile: 'connection-lost', atLast: 'whatsapp-unreachable' },
  'whatsapp-unreachable': { meanwhile: 'whatsapp-unreachable', atLast: 'whatsapp-unreachable' },
  'sync-stuck': { meanwhile: 'sync-stuck', atLast: 'sync-stuck' },
};
const BROKEN = { meanwhile: 'engine-restarting', atLast: 'engine-failed' } as const;

/**
 * What follows from `end` for a session that had come as far as `stage`; `tries` lives in a row have
 * come to nothing, this one included.
 */
export function verdictOn({ code, detail }: SessionEnd, stage: Stage, tries: number): Verdict {
  switch (code) {
    case 'closed':
      return { news: null, again: 'never', forget: false };
    case 'wrong-number':
      return { news: { state: 'wrong-number', reason: detail }, ...TERMINAL };
    case 'passkey-required':
      return { news: { state: 'passkey-required', reason: null }, ...TERMINAL };
    case 'phone-logged-out':
    case 'session-missing':
      return afterLogout(code, stage, tries);
    case 'code-refused':
      return { news: told('failed', 'code-refused'), again: 'never', forget: true };
    case 'whatsapp-changed': {
      const reason = `whatsapp-changed:${detail ?? ''}`;
      return { news: { state: 'failed', reason }, again: later(stage), forget: false };
    }
    default: {
      const patient = PATIENT[code];
      if (patient) return { news: patient, again: later(stage), forget: false };
      return afterFault(code, stage, tries);
    }
  }
}

/** A device that nobody waits for at a screen is tried again; a person there presses the button. */
const later = (stage: Stage): Verdict['again'] => (stage === 'linked' ? 'late' : 'never');

function afterLogout(
  code: 'phone-logged-out' | 'session-missing',
  stage: Stage,
  tries: number,
): Verdict {
  if (stage !== 'pairing') return { news: told('logged-out', code), ...TERMINAL };
  // An old profile was in the way: codes are shown in a new one.
  return tries < TRIES_AT_SCREEN
    ? { news: null, again: 'soon', forget: true }
    : { news: told('failed', 'engine-failed'), ...TERMINAL };
}

function afterFault(code: EndCode, stage: Stage, tries: number): Verdict {
  const { meanwhile, atLast } = PASSING[code] ?? BROKEN;
  const news = told('failed', atLast);
  if (stage === 'linked') {
    const isLong = tries >= TRIES_BEFORE_TOLD && PASSING[code] === undefined;
    return { news: isLong ? news : told('reconnecting', meanwhile), again: 'soon', forget: false };
  }
  if (stage === 'pairing' && code === 'whatsapp-unreachable') {
    return { news, again: 'never', forget: false };
  }
  if (tries < TRIES_AT_SCREEN) return { news: null, again: 'soon', forget: false };
  return { news, again: 'never', forget: stage === 'pairing' };
}
