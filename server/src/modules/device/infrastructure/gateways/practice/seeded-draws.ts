import { createHash } from 'node:crypto';

/** The next draw, evenly spread over [0, 1). */
export type Draw = () => number;

/**
 * A row of draws that depends on `key` alone. Whoever needs chance makes a row of his own out of what
 * he decides about, so that a run plays the same however its sends interleave.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded with the first 128 bits of SHA-256.
 */
export function seededDraws(...key: readonly string[]): Draw {
  // JSON keeps ['a', 'bc'] and ['ab', 'c'] apart.
  const digest = createHash('sha256').update(JSON.stringify(key)).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}

/** From `min` to `max`, in milliseconds. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** A whole number of milliseconds out of `span`. */
export const drawFrom = (span: Span, draw: Draw): number =>
  Math.round(span.min + draw() * (span.max - span.min));
