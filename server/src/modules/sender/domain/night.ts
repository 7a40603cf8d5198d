const HOUR = 3_600_000;

/** A day in Jakarta, in milliseconds: always 24 hours, since Indonesia has no summer time. */
export const DAY = 24 * HOUR;

/** Asia/Jakarta is UTC+7 all year. */
const JAKARTA = 7 * HOUR;

/** Messages before 07.00 and from 20.00 on reach patients in their night (product decision). */
export const DAYTIME: Hours = { from: 7 * HOUR, to: 20 * HOUR };

/** Part of each day, in milliseconds since its midnight in Jakarta: `from` included, `to` not. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** Whether any part of the time from `start` to `end` is night in Jakarta. Milliseconds since the epoch. */
export function touchesNight(start: number, end: number): boolean {
  const timeOfDay = start - midnightBefore(start);
  if (timeOfDay < DAYTIME.from || timeOfDay >= DAYTIME.to) return true;
  return timeOfDay + (end - start) > DAYTIME.to;
}

/** The last midnight in Jakarta at or before `moment`. */
export function midnightBefore(moment: number): number {
  return startOfDay(dayOf(moment));
}

/** Serial number of the day in Jakarta that `moment` is in. */
export const dayOf = (moment: number): number => Math.floor((moment + JAKARTA) / DAY);

/** Midnight with which that day begins in Jakarta. */
export const startOfDay = (day: number): number => day * DAY - JAKARTA;

/** The first moment at or after `moment` that is within `hours`. */
export function nextWithin(hours: Hours, moment: number): number {
  const midnight = midnightBefore(moment);
  if (moment < midnight + hours.from) return midnight + hours.from;
  return moment < midnight + hours.to ? moment : midnight + DAY + hours.from;
}
