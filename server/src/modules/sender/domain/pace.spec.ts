import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawGap, gapOfSeconds, handoversWithin, waitUntil } from './pace.js';

const GAP = gapOfSeconds({ min: 8, max: 20 });

describe('drawGap', () => {
  it('reaches from the minimum to the maximum', () => {
    expect(drawGap(GAP, () => 0)).toBe(8_000);
    expect(drawGap(GAP, () => 0.5)).toBe(14_000);
    expect(drawGap(GAP, () => 0.999_999_9)).toBe(20_000);
  });

  it('never leaves the range', () => {
    fc.assert(
      fc.property(
        fc.nat(60_000),
        fc.nat(60_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (min, more, drawn) => {
          const gap = { min, max: min + more };
          const found = drawGap(gap, () => drawn);
          expect(found).toBeGreaterThanOrEqual(gap.min);
          expect(found).toBeLessThanOrEqual(gap.max);
        },
      ),
    );
  });
});

describe('handoversWithin', () => {
  it.each([
    ['only the first when the gap is longer', 1_000, GAP, 1],
    ['one more when the gap is just over', 8_000, GAP, 2],
    ['as many as the shortest gaps leave room for', 1_000, { min: 300, max: 900 }, 4],
    ['one a millisecond without a gap', 1_000, { min: 0, max: 0 }, 1_001],
  ])('is %s', (_, milliseconds, gap, expected) => {
    expect(handoversWithin(milliseconds, gap)).toBe(expected);
  });
});

describe('waitUntil', () => {
  it.each([
    ['the rest of the gap', 110_000, 100_000, 10_000],
    ['nothing when the moment has come', 100_000, 100_000, 0],
    ['nothing, and nothing less, after a long stop', 100_000, 900_000, 0],
    ['one gap at most when the clock was set back', 9_000_000, 100_000, 20_000],
  ])('is %s', (_, next, now, wait) => {
    expect(waitUntil(next, now, GAP)).toBe(wait);
  });

  it('keeps the minimum between any two hand-overs, through restarts at any moment', () => {
    const steps = fc.array(
      fc.record({
        drawn: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        stopped: fc.nat(60_000),
      }),
    );
    fc.assert(
      fc.property(steps, (handovers) => {
        let now = 0;
        let next = 0;
        let last = -GAP.min;
        for (const { drawn, stopped } of handovers) {
          now += stopped; // whatever was in memory is gone; `next` was stored
          now += waitUntil(next, now, GAP);
          expect(now - last).toBeGreaterThanOrEqual(GAP.min);
          last = now;
          next = now + drawGap(GAP, () => drawn);
        }
      }),
    );
  });
});
