import type { WaitingReason } from '#contracts/broadcast.contract.js';
import { nextWithin, startOfDay } from './night.js';
import type { SendingRules } from './sending-rules.js';
import { standingOf } from './tally.js';
import type { Tally } from './tally.js';

/** Why a number holds back, and until when. */
export interface Rest {
  readonly reason: WaitingReason;
  readonly until: number;
}

/**
 * What holds a number back at `now`, or null. `until` is when all rules let it go on together; the
 * reason is the one that lasts longest, a reached cap before the night that it reaches into.
 */
export function restOf(rules: SendingRules, tally: Tally, now: number): Rest | null {
  const held = capOrPause(rules, tally, now);
  const until = held?.until ?? now;
  const open = rules.hours ? nextWithin(rules.hours, until) : until;
  if (open === until) return held;
  return { reason: held?.reason === 'daily-cap' ? 'daily-cap' : 'send-hours', until: open };
}

/** The end of a reached cap: for a message that may go out at any hour and in a long pause. */
export function capRest(rules: SendingRules, tally: Tally, now: number): Rest | null {
  const { day, sent, cap } = standingOf(rules, tally, now);
  if (cap === null || sent < cap) return null;
  return { reason: 'daily-cap', until: startOfDay(day + 1) };
}

function capOrPause(rules: SendingRules, tally: Tally, now: number): Rest | null {
  const capped = capRest(rules, tally, now);
  if (capped) return capped;
  // An end further away than the longest pause is left over from a clock that was set back.
  const longest = now + (rules.longPause?.pause.max ?? 0);
  if (tally.restUntil <= now || tally.restUntil > longest) return null;
  return { reason: 'long-pause', until: tally.restUntil };
}
