import { describe, expect, it } from '@jest/globals';
import { Formatter } from '../../../shared/format/formatter.js';
import { endMoment } from './end-moment.js';

const write = new Formatter('id');
// 22 November 2026 is a Sunday; 14.00 in Jakarta.
const now = new Date('2026-11-22T07:00:00.000Z');

describe('endMoment', () => {
  it.each([
    ['the hour today', '2026-11-22T07:20:00.000Z', '14.20'],
    ['the day within a week, by the clock of Jakarta', '2026-11-22T17:50:00.000Z', 'Senin 00.50'],
    ['the date beyond', '2026-12-02T07:20:00.000Z', '2 Des 2026 14.20 WIB'],
  ])('says %s', (_, end, said) => {
    expect(endMoment(end, now, write)).toBe(said);
  });
});
