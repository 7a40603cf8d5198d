import { expect, it } from '@jest/globals';
import { fillSentence } from './fill-sentence.js';

it('fills what has a value, each time, and leaves the rest as it stands', () => {
  const sentence = '{n} dari {total}, {by}: {n} {lain} {a b} {}';
  expect(fillSentence(sentence, { n: 0, total: 7, by: null })).toBe(
    '0 dari 7, {by}: 0 {lain} {a b} {}',
  );
});

it('does not read again what was put in', () => {
  expect(fillSentence('{a}{b}', { a: '{b}', b: '$1{a}' })).toBe('{b}$1{a}');
});
