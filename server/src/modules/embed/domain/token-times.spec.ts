import { describe, expect, it } from '@jest/globals';
import { faultyTime, isForgottenAt } from './token-times.js';

const NOW = 1_800_000_000;

describe('the times of a token', () => {
  it.each([
    ['now', { iat: 0, nbf: 0, exp: 60 }, null],
    ['as long as may be', { iat: 0, nbf: 0, exp: 120 }, null],
    ['a second too long', { iat: 0, nbf: 0, exp: 121 }, 'exp'],
    ['over, within the leeway', { iat: -89, nbf: -89, exp: -29 }, null],
    ['over', { iat: -90, nbf: -90, exp: -30 }, 'exp'],
    ['over before it began', { iat: 5, nbf: 0, exp: 5 }, 'exp'],
    ['not yet, within the leeway', { iat: 30, nbf: 30, exp: 90 }, null],
    ['not yet', { iat: 0, nbf: 31, exp: 60 }, 'nbf'],
    ['signed in the future', { iat: 31, nbf: 0, exp: 90 }, 'iat'],
    ['without nbf', { iat: 0, exp: 60 }, null],
  ] as const)('%s', (_, { exp, iat, ...rest }, fault) => {
    const nbf = 'nbf' in rest ? NOW + rest.nbf : undefined;
    expect(faultyTime({ iat: NOW + iat, exp: NOW + exp, nbf }, NOW * 1000)).toBe(fault);
  });

  it('remembers a token for as long as anybody would accept it', () => {
    const times = { iat: NOW, exp: NOW + 60 };
    const forgotten = isForgottenAt(times);
    expect(faultyTime(times, forgotten - 1)).toBeNull();
    expect(faultyTime(times, forgotten)).toBe('exp');
  });
});
