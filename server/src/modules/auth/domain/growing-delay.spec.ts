import { describe, expect, it } from '@jest/globals';
import { delayLeft, oneMore } from './growing-delay.js';

const FREE = 5;
const after = (count: number) => delayLeft({ count, lastAt: 0 }, FREE, 0);

describe('growing delay', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1_000],
    [6, 2_000],
    [7, 4_000],
    [14, 512_000],
    [15, 900_000],
    [500, 900_000],
  ])('after %d tries is %d ms', (count, delay) => {
    expect(after(count)).toBe(delay);
  });

  it('passes with time', () => {
    expect(delayLeft({ count: 7, lastAt: 0 }, FREE, 3_000)).toBe(1_000);
    expect(delayLeft({ count: 7, lastAt: 0 }, FREE, 4_000)).toBe(0);
  });

  it('is forgotten after an hour of quiet', () => {
    const many = { count: 30, lastAt: 0 };
    expect(oneMore(many, 3_599_999).count).toBe(31);
    expect(oneMore(many, 3_600_000)).toEqual({ count: 1, lastAt: 3_600_000 });
    expect(delayLeft(undefined, FREE, 0)).toBe(0);
  });
});
