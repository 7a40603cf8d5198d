import { describe, expect, it } from '@jest/globals';
import { readCode, writtenRecoveryCode } from './second-factor.js';

const RECOVERY = 'ABCD1234EFGH0567';

describe('a code as it is typed', () => {
  it.each([
    ['123456', { kind: 'application', code: '123456' }],
    [' 123 456 ', { kind: 'application', code: '123456' }],
    ['ABCD-1234-EFGH-0567', { kind: 'recovery', code: RECOVERY }],
    ['abcd 1234 efgh 0567', { kind: 'recovery', code: RECOVERY }],
    ['abcdi234efgho567', { kind: 'recovery', code: RECOVERY }],
    ['abcdl234efgho567', { kind: 'recovery', code: RECOVERY }],
    ['1234567', null],
    ['12345', null],
    ['١٢٣٤٥٦', null],
    ['ABCD-1234-EFGH-056', null],
    ['ABCD-1234-EFGH-056U', null],
    ['', null],
  ])('%s', (typed, read) => {
    expect(readCode(typed)).toEqual(read);
  });

  it('is written so that it can be typed again', () => {
    expect(writtenRecoveryCode(RECOVERY)).toBe('ABCD-1234-EFGH-0567');
    expect(readCode(writtenRecoveryCode(RECOVERY))?.code).toBe(RECOVERY);
  });
});
