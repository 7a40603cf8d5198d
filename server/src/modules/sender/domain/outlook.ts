import { DAY, dayOf, midnightBefore } from './night.js';
import { meanGap, waitUntil } from './pace.js';
import type { Gap } from './pace.js';
import { restOf } from './rest.js';
import type { SendingRules } from './sending-rules.js';
import { standingOf } from './tally.js';
import type { Tally } from './tally.js';

/** What a forecast starts from; times in milliseconds. */
export interface Outlook {
  readonly now: number;
  /** Earliest moment of the next hand-over of the device, by the gap alone. */
  readonly nextHandoverAt: number;
  /** Recipients that the device has to reach until the end that is asked for, queue included. */
  readonly recipients: number;
  readonly gap: Gap;
  /** What the engine takes for one recipient on average, from its first question to its answer. */
  readonly engineTime: number;
  /** Null for a device that sends nothing. */
  readonly rules: SendingRules | null;
  readonly tally: Tally;
}

/** What will come of it, if nothing stops the device. */
export interface Forecast {
  /** The first hand-over. */
  readonly start: number;
  /** The answer to the last one. */
  readonly end: number;
  /** Days in Jakarta on which messages go out. */
  readonly days: number;
}

/** Hand-overs of one day, or of the whole rest where nothing depends on the day. */
interface Stretch {
  readonly handovers: number;
  /** When the one with this index would be, from 0; as if nothing ended the stretch. */
  readonly at: (index: number) => number;
  readonly tally: Tally;
}

const NO_RULES: SendingRules = {
  hours: null,
  dailyCap: null,
  warmUp: [],
  longPause: null,
  failureStop: null,
};

/**
 * When a device will be done: gaps, long pauses, caps and send hours all counted, with means for what
 * is drawn. Works a day at a time, so that a list of months costs no more than its days.
 */
export function forecast(outlook: Outlook): Forecast {
  const { now, nextHandoverAt, recipients, gap, engineTime } = outlook;
  const rules = outlook.rules ?? NO_RULES;
  if (recipients <= 0) return { start: now, end: now, days: 0 };
  const start = allowedFrom(rules, outlook.tally, now + waitUntil(nextHandoverAt, now, gap));
  let { tally } = outlook;
  let [from, left, days, lastDay] = [start, recipients, 0, -1];
  for (;;) {
    const stretch = stretchFrom(rules, tally, from, left, engineTime + meanGap(gap));
    const last = stretch.at(stretch.handovers - 1);
    days += dayOf(last) - Math.max(lastDay, dayOf(from) - 1);
    lastDay = dayOf(last);
    left -= stretch.handovers;
    if (left === 0) {
      return { start: Math.round(start), end: Math.round(last + engineTime), days };
    }
    tally = stretch.tally;
    from = allowedFrom(rules, tally, stretch.at(stretch.handovers));
  }
}

const allowedFrom = (rules: SendingRules, tally: Tally, moment: number): number =>
  restOf(rules, tally, moment)?.until ?? moment;

function stretchFrom(
  rules: SendingRules,
  tally: Tally,
  from: number,
  left: number,
  step: number,
): Stretch {
  const standing = standingOf(rules, tally, from);
  // Steps as long as a pause are rests themselves.
  const pausing = rules.longPause && step < rules.longPause.pause.min ? rules.longPause : null;
  const rested = pausing !== null && from - tally.lastAt >= pausing.pause.min;
  const before = rested ? 0 : tally.sincePause;
  const every = pausing?.every ?? Infinity;
  const extra = pausing ? meanGap(pausing.pause) - step : 0;
  const at = (index: number): number =>
    from + index * step + Math.floor((before + index) / every) * extra;
  const most = Math.min(left, standing.cap === null ? Infinity : standing.cap - standing.sent);
  const handovers = countBefore(endOfStretch(rules, from), at, most);
  return {
    handovers,
    at,
    tally: {
      ...tally,
      ...standing,
      sent: standing.sent + handovers,
      sincePause: pausing ? (before + handovers) % every : 0,
      lastAt: at(handovers - 1),
      restUntil: 0,
    },
  };
}

/** The moment at which another day begins to count, or the send hours end; never for neither. */
function endOfStretch({ hours, dailyCap, warmUp }: SendingRules, from: number): number {
  const midnight = midnightBefore(from);
  if (hours) return midnight + hours.to;
  return dailyCap === null && warmUp.length === 0 ? Infinity : midnight + DAY;
}

/** How many of the first `most` moments are before `end`: at least the first one is. */
function countBefore(end: number, at: (index: number) => number, most: number): number {
  let [yes, no] = [1, most + 1];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (at(middle - 1) < end) yes = middle;
    else no = middle;
  }
  return yes;
}
