import { describe, expect, it } from '@jest/globals';
import { hintOf, withoutAddresses } from './listed-number.js';

describe('hintOf', () => {
  it.each([
    ['+6281200000001', '+62 ••• 0001'],
    ['+622112345678', '+62 ••• 5678'],
    ['+6591234567', '+65 ••• 4567'],
    ['+12025550123', '+1 ••• 0123'],
  ])('of %s is %s', (phone, hint) => {
    expect(hintOf(phone)).toBe(hint);
  });
});

describe('withoutAddresses', () => {
  it.each([
    ['3EB0C767D0A1B2', '3EB0C767D0A1B2'],
    ['false_6281200000001@c.us_3EB0C767D0A1B2', 'false_3EB0C767D0A1B2'],
    ['false_120363@g.us_3EB0_6281200000001@c.us', 'false_3EB0'],
    ['false_123456@lid_AC12', 'false_AC12'],
    ['x'.repeat(100), 'x'.repeat(64)],
  ])('makes %s %s', (id, kept) => {
    expect(withoutAddresses(id)).toBe(kept);
  });
});
