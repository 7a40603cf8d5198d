import type { SessionState } from '#contracts/device.contract.js';
import type { Session } from './device.js';
import { unlinkedSession } from './device.js';
import type { SessionReason } from '#contracts/device-texts.js';

/** What an engine tells about a session. */
export interface SessionNews {
  readonly state: SessionState;
  readonly reason: string | null;
}

/** What follows from a phone that scanned, whenever it did. */
const SCANNED: readonly SessionState[] = ['linking', 'wrong-number', 'passkey-required', 'ready'];

/**
 * Which states an engine may bring a session into, by the state it is in. News comes in any order and
 * late, so what does not follow is old news and ignored: a code that arrives after the scan, a
 * reconnect after the phone logged out. Only a person leads out of `logged-out`,
 * `wrong-number` and `passkey-required`.
 * A phone that scanned at the last moment counts, even after Berhenti: its link exists.
 */
const FOLLOWERS: Readonly<Record<SessionState, readonly SessionState[]>> = {
  unlinked: SCANNED,
  preparing: ['waiting-for-scan', ...SCANNED, 'restricted', 'failed'],
  'waiting-for-scan': ['code-expired', ...SCANNED, 'restricted', 'failed'],
  'code-expired': SCANNED,
  linking: ['ready', 'wrong-number', 'passkey-required', 'logged-out', 'restricted', 'failed'],
  'wrong-number': [],
  'passkey-required': [],
  ready: ['reconnecting', 'logged-out', 'restricted', 'failed'],
  reconnecting: ['ready', 'logged-out', 'restricted', 'failed'],
  restricted: ['ready', 'reconnecting', 'logged-out', 'failed'],
  failed: ['ready', 'reconnecting', 'logged-out', 'restricted'],
  'logged-out': [],
};

/** States that say why. In the others a reason would be left over from before. */
const EXPLAINED: ReadonlySet<SessionState> = new Set([
  'wrong-number',
  'logged-out',
  'reconnecting',
  'restricted',
  'failed',
]);

/** States in which a link that was there still is. */
const KEEPS_LINK: ReadonlySet<SessionState> = new Set(['reconnecting', 'restricted', 'failed']);

/** Length of the column that stores a reason; engines are not trusted to know it. */
const REASON_LENGTH = 200;

/** The session after news of its engine, or null when the news is late or tells nothing new. */
export function afterNews(session: Session, news: SessionNews, at: number): Session | null {
  const reason = EXPLAINED.has(news.state) ? (news.reason?.slice(0, REASON_LENGTH) ?? null) : null;
  if (news.state === session.state) {
    return reason === session.reason ? null : { ...session, reason };
  }
  if (!FOLLOWERS[session.state].includes(news.state)) return null;
  return {
    state: news.state,
    reason,
    stateSince: at,
    linkedAt: linkAfter(session, news.state, at),
  };
}

function linkAfter({ linkedAt }: Session, state: SessionState, at: number): number | null {
  if (state === 'ready') return linkedAt ?? at;
  return KEEPS_LINK.has(state) ? linkedAt : null;
}

/** What Scan Barcode means in a state: show codes, they are being shown already, or it is linked. */
export type LinkingAdvice = 'start' | 'under-way' | 'linked';

const LINKING: Readonly<Record<SessionState, LinkingAdvice>> = {
  unlinked: 'start',
  'code-expired': 'start',
  'wrong-number': 'start',
  'passkey-required': 'start',
  'logged-out': 'start',
  failed: 'start',
  preparing: 'under-way',
  'waiting-for-scan': 'under-way',
  linking: 'under-way',
  ready: 'linked',
  reconnecting: 'linked',
  restricted: 'linked',
};

/** What a person who asks for Scan Barcode is to be given in `state`. */
export const linkingAdvice = (state: SessionState): LinkingAdvice => LINKING[state];

/** The session of which a person asked for Scan Barcode: an old link no longer counts. */
export const preparingSession = (at: number): Session => ({
  ...unlinkedSession(at),
  state: 'preparing',
});

/** Whether a code is on the screen, or was until a moment ago, or is about to be. */
export const showsCodes = (state: SessionState): boolean =>
  state === 'preparing' || state === 'waiting-for-scan' || state === 'code-expired';

/**
 * The session after a person stopped showing codes; null when none are shown. A phone that is
 * linking already is not interrupted.
 */
export const afterStop = ({ state }: Session, at: number): Session | null =>
  showsCodes(state) ? unlinkedSession(at) : null;

/**
 * The session when the server starts: a link is taken up again, a linking that the end of the server
 * interrupted is over. Null when nothing changes.
 */
export function afterRestart(session: Session, at: number): Session | null {
  if (session.linkedAt !== null) {
    const reason: SessionReason = 'server-restarted';
    return { ...session, state: 'reconnecting', reason, stateSince: at };
  }
  return showsCodes(session.state) || session.state === 'linking' ? unlinkedSession(at) : null;
}
