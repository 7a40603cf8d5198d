import { dayOf } from './night.js';
import type { SendingRules } from './sending-rules.js';

/**
 * What the rules must remember of a number, whichever device it was linked as: WhatsApp judges the
 * number, so removing its device and adding it anew must not empty its day.
 */
export interface Tally {
  /** Day in Jakarta of the latest hand-over, as `dayOf` numbers them. */
  readonly day: number;
  /** Hand-overs of that day, test messages included. */
  readonly sent: number;
  /** Steps of the warm-up that the number has done before that day. */
  readonly warmed: number;
  /** Hand-overs since the number rested. */
  readonly sincePause: number;
  readonly lastAt: number;
  /** End of the latest long pause. */
  readonly restUntil: number;
  /** The latest hand-overs, the newest last: `1` accepted, `0` not. */
  readonly recent: string;
}

/** A number that has never sent. */
export const NEW_TALLY: Tally = {
  day: 0,
  sent: 0,
  warmed: 0,
  sincePause: 0,
  lastAt: 0,
  restUntil: 0,
  recent: '',
};

/** How a number stands on the day of some moment. */
export interface Standing {
  readonly day: number;
  readonly sent: number;
  readonly warmed: number;
  /** Hand-overs that this day allows in all; null: any number. */
  readonly cap: number | null;
}

/**
 * How the number stands at `now`. The steps of the warm-up are days on which it sent at least half of
 * what it might, not days since it was linked: a number that lay idle, or sent a test a day, is as new
 * to WhatsApp as on the first day. Once warm it stays so, else a monthly broadcast would never be.
 *
 * A clock set back empties no day: the day goes on, with its count, until the clock has passed it. Only
 * a day further ahead than tomorrow is left over from a clock that ran far ahead; its count is today's.
 */
export function standingOf(rules: SendingRules, tally: Tally, now: number): Standing {
  const today = dayOf(now);
  if (today > tally.day) {
    const cap = capOf(rules, tally.warmed);
    const used = cap !== null && tally.sent > 0 && tally.sent * 2 >= cap;
    const warmed = tally.warmed + (used && tally.warmed < rules.warmUp.length ? 1 : 0);
    return { day: today, sent: 0, warmed, cap: capOf(rules, warmed) };
  }
  const day = tally.day > today + 1 ? today : tally.day;
  return { day, sent: tally.sent, warmed: tally.warmed, cap: capOf(rules, tally.warmed) };
}

/** Whether the warm-up lowers the cap of a number that has done so many of its steps. */
export function isWarmingUp(rules: SendingRules, warmed: number): boolean {
  const step = rules.warmUp[warmed];
  return step !== undefined && (rules.dailyCap === null || step < rules.dailyCap);
}

/**
 * The tally after a hand-over at `at`. A long pause of `pause` milliseconds follows when it is due: so
 * many hand-overs without a break that was as long as the shortest pause.
 */
export function afterHandover(rules: SendingRules, tally: Tally, at: number, pause: number): Tally {
  const { day, sent, warmed } = standingOf(rules, tally, at);
  const counted = { ...tally, day, sent: sent + 1, warmed, lastAt: at };
  if (!rules.longPause) return { ...counted, sincePause: 0 };
  const rested = at - tally.lastAt >= rules.longPause.pause.min;
  const sincePause = (rested ? 0 : tally.sincePause) + 1;
  if (sincePause < rules.longPause.every) return { ...counted, sincePause };
  return { ...counted, sincePause: 0, restUntil: at + pause };
}

/**
 * The tally after WhatsApp accepted a message, or did not: refused, uncertain, or no answer about the
 * number. A number that is not on WhatsApp counts as neither: nothing was handed over, and old lists
 * have so many of them that they would stop every broadcast. `stop` when the number is to send nothing
 * more until a person decides; the count then starts anew.
 */
export function afterOutcome(
  { failureStop }: SendingRules,
  tally: Tally,
  accepted: boolean,
): { readonly tally: Tally; readonly stop: boolean } {
  if (!failureStop) return { tally: { ...tally, recent: '' }, stop: false };
  const recent = (tally.recent + (accepted ? '1' : '0')).slice(-failureStop.of);
  const stop = recent.split('0').length > failureStop.failures;
  return { tally: { ...tally, recent: stop ? '' : recent }, stop };
}

function capOf({ dailyCap, warmUp }: SendingRules, warmed: number): number | null {
  const step = warmUp[warmed];
  if (step === undefined) return dailyCap;
  return dailyCap === null ? step : Math.min(step, dailyCap);
}
