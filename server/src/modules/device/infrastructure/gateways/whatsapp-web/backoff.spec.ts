import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './backoff.js';

const pauses = { firstMs: 2_000, longestMs: 300_000 };

describe('pauseAfter', () => {
  it('doubles up to the longest, however often', () => {
    const after = [1, 2, 3, 8, 9, 5_000].map((tries) => pauseAfter(tries, pauses, () => 0));
    expect(after).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  });

  it('leaves a quarter to chance', () => {
    expect(pauseAfter(1, pauses, () => 1)).toBe(1_500);
  });
});
