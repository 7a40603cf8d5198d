import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { durationText, isoMomentText, momentText } from './moment-text.js';
import { parseFormatCode } from './number-format.js';
import { SharedStrings } from './shared-strings.js';

const DATE = { shows: 'moment', date: true, time: false, seconds: false } as const;
const TIME = { shows: 'moment', date: false, time: true, seconds: false } as const;
const BOTH = { shows: 'moment', date: true, time: true, seconds: false } as const;

describe('parseFormatCode', () => {
  it.each([
    ['dd/mm/yyyy', DATE],
    ['[$-421]dd mmmm yyyy;@', DATE],
    ['mmm\\-yy', DATE],
    ['d "hari" mmmm', DATE],
    ['h:mm AM/PM', TIME],
    ['mm:ss', { ...TIME, seconds: true }],
    ['yyyy-mm-dd hh:mm', BOTH],
    ['[h]:mm', { shows: 'duration' }],
    ['00000', { shows: 'padded', width: 5 }],
    ['General', { shows: 'number' }],
    ['0.00E+00', { shows: 'number' }],
    ['#,##0 "hari"', { shows: 'number' }],
    ['[Red]#,##0;[Blue]-#,##0', { shows: 'number' }],
    ['_-"Rp"* #,##0_-', { shows: 'number' }],
    ['0\\d', { shows: 'number' }],
    ['@', { shows: 'number' }],
  ])('reads %s', (code, format) => {
    expect(parseFormatCode(code)).toEqual(format);
  });
});

describe('momentText', () => {
  it.each([
    [1, DATE, '01/01/1900'],
    [59, DATE, '28/02/1900'],
    [60, DATE, '29/02/1900'],
    [61, DATE, '01/03/1900'],
    [46_327, DATE, '01/11/2026'],
    [46_327.999_999_9, BOTH, '02/11/2026 00:00'],
    [46_327.437_499_999_99, BOTH, '01/11/2026 10:30'],
    [2_958_465, DATE, '31/12/9999'],
    [0.437_5, TIME, '10:30'],
    [0.437_5, { ...TIME, seconds: true }, '10:30:00'],
    [-1, DATE, null],
    [3e6, DATE, null],
  ])('shows %d', (serial, format, text) => {
    expect(momentText(serial, format, false)).toBe(text);
  });

  it('shows every day as the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        expect(momentText(serial, DATE, false)).toBe(day.split('-').reverse().join('/'));
      }),
    );
  });
});

describe('durationText and isoMomentText', () => {
  it.each([
    [1.5, '36:00'],
    [-0.25, '-6:00'],
  ])('shows %d days', (days, text) => {
    expect(durationText(days)).toBe(text);
  });

  it.each([
    ['2026-11-01', '01/11/2026'],
    ['2026-11-01T00:00:00', '01/11/2026'],
    ['2026-11-01T07:05:09.5Z', '01/11/2026 07:05'],
    ['T10:30:00', '10:30'],
    ['besok', 'besok'],
    ['', ''],
  ])('shows %j', (iso, text) => {
    expect(isoMomentText(iso)).toBe(text);
  });
});

describe('SharedStrings', () => {
  it('gives back every text as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 5_000 }), { maxLength: 100 }),
        (texts) => {
          const strings = new SharedStrings();
          for (const text of texts) strings.add(text);
          expect(texts.map((_, n) => strings.get(n))).toEqual(texts);
          expect(() => strings.get(texts.length)).toThrow('damaged');
          expect(() => strings.get(Number.NaN)).toThrow('damaged');
        },
      ),
      { numRuns: 50 },
    );
  });

  it('makes room for characters of several bytes', () => {
    const strings = new SharedStrings();
    const texts = ['é', '漢', '😀'].map((character) => character.repeat(60_000));
    for (const text of texts) strings.add(text);
    expect(texts.map((_, n) => strings.get(n) === texts[n])).toEqual([true, true, true]);
  });

  it('grows past its first size', () => {
    const strings = new SharedStrings();
    for (let n = 0; n < 10_000; n += 1) strings.add(`teks ${n}`);
    expect([strings.get(0), strings.get(9_999)]).toEqual(['teks 0', 'teks 9999']);
  });
});
