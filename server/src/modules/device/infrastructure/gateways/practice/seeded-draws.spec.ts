import { describe, expect, it } from '@jest/globals';
import { drawFrom, seededDraws } from './seeded-draws.js';

const row = (length: number, ...key: string[]): number[] => {
  const draw = seededDraws(...key);
  return Array.from({ length }, draw);
};

describe('seededDraws', () => {
  it('repeats itself for the same key and not for another', () => {
    expect(row(5, 'prima', 'a', 'bc')).toEqual(row(5, 'prima', 'a', 'bc'));
    expect(row(5, 'prima', 'a', 'bc')).not.toEqual(row(5, 'prima', 'ab', 'c'));
    expect(row(5, 'prima', 'a')).not.toEqual(row(5, 'other', 'a'));
  });

  it('spreads evenly, along a row and over the first draws of many keys', () => {
    const along = row(10_000, 'prima');
    const across = Array.from({ length: 10_000 }, (_, at) => seededDraws('prima', String(at))());
    for (const draws of [along, across]) {
      const tenths = draws.map((drawn) => Math.floor(drawn * 10));
      const counts = Array.from(
        { length: 10 },
        (_, tenth) => tenths.filter((t) => t === tenth).length,
      );
      // 1,000 each expected; six standard deviations of 30 leave no room for luck.
      for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(180);
    }
  });
});

describe('drawFrom', () => {
  it('stays within the span, both ends included', () => {
    expect(drawFrom({ min: 50, max: 400 }, () => 0)).toBe(50);
    expect(drawFrom({ min: 50, max: 400 }, () => 0.9999)).toBe(400);
    expect(drawFrom({ min: 0, max: 0 }, () => 0.5)).toBe(0);
  });
});
