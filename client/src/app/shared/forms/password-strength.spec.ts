import { describe, expect, it } from '@jest/globals';
import { strengthOf } from './password-strength.js';

describe('strengthOf', () => {
  it.each([
    ['', 'short'],
    ['kurangduabl', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['121212121212', 'weak'],
    ['kata sandi ya', 'fair'],
    ['ababababcdcdefefg', 'fair'],
    ['empat kata acak begini', 'strong'],
  ])('"%s" is %s', (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });
});
