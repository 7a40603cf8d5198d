import { describe, expect, it } from '@jest/globals';
import { midnightBefore, touchesNight } from './night.js';

const jakarta = (day: number, time: string): number =>
  Date.parse(`2026-11-${String(day)}T${time}:00+07:00`);

describe('touchesNight', () => {
  it.each([
    ['07:00', 22, '20:00', 22, false],
    ['07:00', 22, '20:01', 22, true],
    ['06:59', 22, '07:30', 22, true],
    ['20:00', 22, '20:00', 22, true],
    ['23:30', 22, '23:40', 22, true],
    ['00:30', 22, '00:40', 22, true],
    ['19:59', 22, '08:00', 23, true],
    ['08:00', 22, '09:00', 23, true],
  ])('from %s on the %s to %s on the %s: %s', (from, day, to, last, night) => {
    expect(touchesNight(jakarta(day, from), jakarta(last, to))).toBe(night);
  });
});

describe('midnightBefore', () => {
  it.each(['00:00', '00:01', '06:59', '07:00', '23:59'])(
    'finds the start of the day of %s',
    (time) => {
      expect(midnightBefore(jakarta(22, time))).toBe(jakarta(22, '00:00'));
    },
  );
});
