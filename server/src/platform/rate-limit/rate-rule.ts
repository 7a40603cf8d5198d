/** So many requests in so long: all at once, or spread; what was used comes back evenly. */
export interface RateRule {
  readonly count: number;
  readonly seconds: number;
}

/**
 * The next state of a meter by the "generic cell rate algorithm" (ITU-T I.371): one moment is all that is
 * kept, and nobody waits for a window to end.
 *
 * @param due when what was used so far will have come back, in milliseconds; null: nothing was used
 * @returns the new `due`, or the milliseconds to wait; a refused request uses nothing
 */
export function taken(
  due: number | null,
  { count, seconds }: RateRule,
  now: number,
): { readonly due: number } | { readonly wait: number } {
  const period = seconds * 1_000;
  const step = period / count;
  const from = Math.max(due ?? now, now);
  const wait = from - now - (period - step);
  return wait > 0 ? { wait: Math.ceil(wait) } : { due: from + step };
}
