import type { Formatter } from '../../../shared/format/formatter.js';

/** Within so many milliseconds a weekday names one day only. */
const ALMOST_A_WEEK = 6 * 24 * 60 * 60 * 1000;

/**
 * The ISO instant `end` as near as one needs to know it, seen from `now`: "14.20" today, "Jumat 00.50"
 * within a week, else with its date.
 */
export function endMoment(end: string, now: Date, write: Formatter): string {
  if (write.date(end) === write.date(now.toISOString())) return write.time(end);
  const away = Date.parse(end) - now.getTime();
  return away < ALMOST_A_WEEK ? write.weekdayTime(end) : write.dateTime(end);
}
