import { describe, expect, it } from '@jest/globals';
import { taken } from './rate-rule.js';

const RULE = { count: 4, seconds: 60 };

describe('a rule of 4 in 60 seconds', () => {
  /** How many of 20 tries at `now` are granted, and the state after them. */
  const tries = (due: number | null, now: number) => {
    let granted = 0;
    for (let at = 0; at < 20; at++) {
      const outcome = taken(due, RULE, now);
      if ('wait' in outcome) continue;
      granted += 1;
      due = outcome.due;
    }
    return { granted, due };
  };

  it('grants four at once, then one every 15 seconds', () => {
    const first = tries(null, 1_000);
    expect(first.granted).toBe(4);
    expect(taken(first.due, RULE, 1_000)).toEqual({ wait: 15_000 });
    expect(taken(first.due, RULE, 15_999)).toEqual({ wait: 1 });
    expect(tries(first.due, 16_000).granted).toBe(1);
    expect(tries(first.due, 31_000).granted).toBe(2);
  });

  it('is as new after a minute, and saves nothing up', () => {
    const { due } = tries(null, 0);
    expect(tries(due, 60_000).granted).toBe(4);
    expect(tries(due, 3_600_000).granted).toBe(4);
  });
});
