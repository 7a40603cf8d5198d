/** The first pause and the longest, in milliseconds. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How much of a pause is left to chance, so that many sessions do not come back at the same moment. */
const JITTER = 0.25;

/**
 * The pause before try number `tries` + 1 (from 1): twice as long each time up to the longest, a quarter
 * shorter at most. `draw` gives numbers from 0 up to 1.
 */
export function pauseAfter(
  tries: number,
  { firstMs, longestMs }: Pauses,
  draw: () => number,
): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 30));
  return Math.round(whole * (1 - JITTER * draw()));
}
