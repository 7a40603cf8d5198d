const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Asia/Jakarta is UTC+7 all year: Indonesia has no summer time. */
const JAKARTA = 7 * HOUR;

/** Messages before 07.00 and from 20.00 on reach patients in their night (product decision). */
const MORNING = 7 * HOUR;
const EVENING = 20 * HOUR;

/** Whether any part of the time from `start` to `end` is night in Jakarta. Milliseconds since the epoch. */
export function touchesNight(start: number, end: number): boolean {
  const timeOfDay = (start + JAKARTA) % DAY;
  if (timeOfDay < MORNING || timeOfDay >= EVENING) return true;
  return timeOfDay + (end - start) > EVENING;
}

/** The last midnight in Jakarta at or before `moment`. */
export function midnightBefore(moment: number): number {
  return moment - ((moment + JAKARTA) % DAY);
}
