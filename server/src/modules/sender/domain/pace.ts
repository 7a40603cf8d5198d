/** Milliseconds between two hand-overs of one device: drawn anew each time from this range. */
export interface Gap {
  readonly min: number;
  readonly max: number;
}

/** A number of 0 (included) to 1 (excluded), each as likely as the other. */
export type Draw = () => number;

/** The gap of the settings, which are in seconds. */
export function gapOfSeconds(seconds: Gap): Gap {
  return { min: seconds.min * 1000, max: seconds.max * 1000 };
}

/** A gap in whole milliseconds, uniform over the range, never shorter than its minimum. */
export function drawGap(gap: Gap, draw: Draw): number {
  return Math.ceil(gap.min + (gap.max - gap.min) * draw());
}

/** Mean of the gaps that `drawGap` draws, in milliseconds. */
export function meanGap(gap: Gap): number {
  return (gap.min + gap.max) / 2;
}

/** Hand-overs that can follow each other within so many milliseconds at most, the first one at once. */
export function handoversWithin(milliseconds: number, gap: Gap): number {
  return 1 + Math.floor(milliseconds / Math.max(1, gap.min));
}

/**
 * How long to wait from `now` until a hand-over at `next`. A moment further away than the largest gap
 * can only be left over from a clock that was set back: it then counts as the largest gap. There is no
 * catching up: however long ago `next` was, one hand-over follows and then a gap again.
 */
export function waitUntil(next: number, now: number, gap: Gap): number {
  return Math.min(Math.max(0, next - now), gap.max);
}
