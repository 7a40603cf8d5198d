import { describe, expect, it } from '@jest/globals';
import { writtenMoment } from './written-moment.js';

describe('writtenMoment', () => {
  it.each([
    ['id', '22 Nov 2026 14.20 WIB'],
    ['en', '22 Nov 2026 14:20 WIB'],
  ] as const)('writes the time in Jakarta, in %s', (language, written) => {
    expect(writtenMoment('2026-11-22T07:20:59.999Z', language)).toBe(written);
  });
});
