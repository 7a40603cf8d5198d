import { describe, expect, it } from '@jest/globals';
import { isGuessable } from './guessable-password.js';

describe('isGuessable', () => {
  it.each([
    ['a leaked one', 'NeedForSpeed'],
    ['digits alone', '123456789012'],
    ['a keyboard run', 'qwertyuiop12'],
    ['keyboard columns', '1qaz2wsx3edc4rfv'],
    ['one character', 'aaaaaaaaaaaaaa'],
    ['a repetition', 'melatimelati'],
    ['a common word with digits', 'Password-2026!'],
    ['words of the product', 'PrimaWhatsApp1'],
    ['the hospital and a year', 'rsup-persahabatan-2026'],
    ['common Indonesian words', 'SelamatDatang123'],
  ])('refuses %s', (_, password) => {
    expect(isGuessable(password)).toBe(true);
  });

  it("refuses the person's own name with digits", () => {
    expect(isGuessable('siti.rahma2026', ['siti.rahma'])).toBe(true);
    expect(isGuessable('siti.rahma2026')).toBe(false);
  });

  it.each([
    'kopi tubruk hujan sore',
    'gajah-ungu-42-payung',
    'v9!kLmTq2#xWbD',
    'パスワードは長いほうがいい',
  ])('takes %s', (password) => {
    expect(isGuessable(password)).toBe(false);
  });
});
