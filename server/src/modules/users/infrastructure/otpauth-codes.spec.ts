import { describe, expect, it } from '@jest/globals';
import { OtpauthCodes } from './otpauth-codes.js';

/** `12345678901234567890` in base32: the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const STEP = 30_000;

/** Appendix B for SHA-1: seconds, and the last six of its eight digits. */
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

describe('codes of authenticator applications', () => {
  const codes = new OtpauthCodes();

  it.each(VECTORS)('at %d s are those of RFC 6238: %s', (seconds, code) => {
    const now = seconds * 1000;
    expect(codes.stepOf(RFC_SECRET, code, now)).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('hold for a clock that is %d steps off: %s', (steps, holds) => {
    const [seconds, code] = VECTORS[3];
    const step = Math.floor(seconds / 30);
    const found = codes.stepOf(RFC_SECRET, code, seconds * 1000 - steps * STEP);
    expect(found).toBe(holds ? step : null);
  });

  it.each(['287083', '28708', '0287082', 'abcdef', ''])('%s is wrong', (code) => {
    expect(codes.stepOf(RFC_SECRET, code, 59_000)).toBeNull();
  });

  it('come from secrets of 160 bits that are never the same', () => {
    const [one, other] = [codes.newSecret(), codes.newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(other).not.toBe(one);
  });

  it('are told to an application by one address', () => {
    const address = new URL(codes.address(RFC_SECRET, 'sari'));
    expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(address.pathname)).toBe('/Prima WhatsApp Broadcast:sari');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      issuer: 'Prima WhatsApp Broadcast',
      secret: RFC_SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
