import { describe, expect, it } from '@jest/globals';
import { Formatter } from './formatter.js';

const id = new Formatter('id');
const en = new Formatter('en');
/** 14.20 in Jakarta, 07.20 UTC. */
const AFTERNOON = '2026-11-22T07:20:00.000Z';
/** Already the next day in Jakarta. */
const NIGHT = '2026-11-26T17:50:00.000Z';

describe('Formatter', () => {
  it('writes numbers as each language does', () => {
    expect([id.number(1240), en.number(1240)]).toEqual(['1.240', '1,240']);
  });

  it('writes moments by the clock of the hospital', () => {
    expect(id.dateTime(AFTERNOON)).toBe('22 Nov 2026 14.20 WIB');
    expect(en.dateTime(AFTERNOON)).toBe('22 Nov 2026 14:20 WIB');
    expect(id.date(NIGHT)).toBe('27 Nov 2026');
    expect(id.weekdayTime(NIGHT)).toBe('Jumat 00.50');
    expect(en.weekdayTime(NIGHT)).toBe('Friday 00:50');
  });

  it.each([
    [0, '0 detik'],
    [20_000, '20 detik'],
    [59_001, '1 menit'],
    [61_000, '2 menit'],
    [3_600_000, '1 jam'],
    [7_800_000, '2 jam 10 menit'],
  ])('writes %d ms as %s', (milliseconds, said) => {
    expect(id.duration(milliseconds)).toBe(said);
  });

  it.each([
    ['+62812345678', '+62 812-345-678'],
    ['+628123456789', '+62 812-3456-789'],
    ['+6281234567890', '+62 812-3456-7890'],
    ['+62812345678901', '+62 812-3456-78901'],
    ['+62215550123', '+62215550123'],
    ['+6591234567', '+6591234567'],
  ])('writes %s as %s', (e164, shown) => {
    expect(id.phone(e164)).toBe(shown);
  });
});
