import type { Clock } from '../../../platform/kernel/clock.js';

/** The work did not end in time; it may still do so. */
export const TOO_LATE = Symbol('TooLate');

/** Resolves with what `work` does, or with `TOO_LATE` after `milliseconds`, whichever is first. */
export async function within<T>(
  clock: Clock,
  milliseconds: number,
  work: Promise<T>,
): Promise<T | typeof TOO_LATE> {
  const done = new AbortController();
  try {
    return await Promise.race([
      work,
      clock.wait(milliseconds, done.signal).then((): typeof TOO_LATE => TOO_LATE),
    ]);
  } finally {
    // With a reason, since making the usual error with its stack costs more than all the rest here.
    done.abort(TOO_LATE);
  }
}
