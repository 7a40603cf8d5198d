import { describe, expect, it } from '@jest/globals';
import { maskNumbers, maskPhone } from './phone-mask.js';

describe('masks', () => {
  it('leave too few digits of a number to call it, and not its length', () => {
    expect(maskPhone('+6281234567890')).toBe('+62812****890');
    expect(maskPhone('+628123456789')).toBe('+62812****789');
    expect(maskPhone('+6565550001')).toBe('+65655****001');
  });

  it('find numbers within a text, however they are written', () => {
    expect(maskNumbers('Sari 0812-3456-7890')).toBe('Sari ****890');
    expect(maskNumbers('(021) 555 00 01, RM 00123456')).toBe('(****001, RM ****456');
    expect(maskNumbers('Poli 3, 22 Nov 2026 pukul 14.20')).toBe('Poli 3, 22 Nov 2026 pukul 14.20');
  });
});
