const SECOND = 1000;
const MINUTE = 60 * SECOND;
const LONGEST_DELAY = 15 * MINUTE;

/** After so long without a try everything is forgotten. */
const MEMORY = 60 * MINUTE;

/** Tries that failed, or have not succeeded yet. */
export interface Tries {
  readonly count: number;
  /** The last one, milliseconds since the epoch. */
  readonly lastAt: number;
}

/** Whether these tries no longer count. */
export const isForgotten = ({ lastAt }: Tries, now: number): boolean => now - lastAt >= MEMORY;

/**
 * Milliseconds until the next try is let through: none for the first `free` tries, then 1 s, doubling up
 * to 15 minutes. Never for good, so that a stranger cannot lock anybody out (OWASP ASVS 5.0, 6.1.1).
 */
export function delayLeft(tries: Tries | undefined, free: number, now: number): number {
  if (tries === undefined || tries.count < free || isForgotten(tries, now)) return 0;
  const delay = Math.min(SECOND * 2 ** (tries.count - free), LONGEST_DELAY);
  return Math.max(0, tries.lastAt + delay - now);
}

/** The tries with one more at `now`. */
export function oneMore(tries: Tries | undefined, now: number): Tries {
  const count = tries === undefined || isForgotten(tries, now) ? 0 : tries.count;
  return { count: count + 1, lastAt: now };
}
